// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/exportformat.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QJsonObject;
class QLabel;
class QLineEdit;

namespace clientele {

/// How CSV and TSV are written, to choose.
class ExportLayoutForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportLayoutForm)

public:
    explicit ExportLayoutForm(QWidget* parent = nullptr);

    /// TSV has its delimiter.
    void setFormat(ExportFormat format);
    [[nodiscard]] ExportLayout exportLayout() const;
    /// Why it cannot be written so; empty where it can.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] QJsonObject state() const;
    /// What state() was once.
    void apply(const QJsonObject& state);

Q_SIGNALS:
    void changed();

private:
    ExportFormat m_format = ExportFormat::Csv;
    QLabel* m_delimiterLabel;
    QComboBox* m_delimiter;
    QComboBox* m_quotes;
    QComboBox* m_lineEnd;
    QLineEdit* m_null;
    QLabel* m_refusal;
    QCheckBox* m_guard;
    QCheckBox* m_mark;

    void arrange();
    void refresh();
    [[nodiscard]] char delimiter() const;
};

} // namespace clientele
