// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace clientele {

class ImportSetup;

/// Whether an import may stop half-way, and what that means, in words: all or nothing, and what a
/// rejected row does.
class ImportTerms final : public QWidget
{
    Q_OBJECT

public:
    /// @p setup must outlive it.
    explicit ImportTerms(ImportSetup& setup, QWidget* parent = nullptr);

private:
    void refresh();
    [[nodiscard]] QString note() const;

    ImportSetup& m_setup;
    QCheckBox* m_atomic;
    QCheckBox* m_stop;
    QLabel* m_note;
};

} // namespace clientele
