// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace clientele {

class FormField;
class SavedViews;

/// Asks for the name of a view, and says what happens to one that has it already.
class ViewNameDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewNameDialog)

public:
    /// @p renamed is the view that gets another name, or empty for a new one. The views must
    /// outlive it.
    ViewNameDialog(const SavedViews& views, const QString& renamed, QWidget* parent);

    [[nodiscard]] QString name() const;

private:
    const SavedViews& m_views;
    QString m_renamed;
    FormField* m_field;
    QPushButton* m_accept;

    void check();
};

} // namespace clientele
