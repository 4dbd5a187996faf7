// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/exportformat.h"
#include "ui/importing/exportoffer.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QJsonObject;
class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace clientele {

class ExportLayoutForm;

/// What an export is to hold, and how it is written, to choose. Shows only what there is to choose
/// from: no columns of a vCard, no delimiter of JSON.
class ExportChoices final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportChoices)

public:
    explicit ExportChoices(const ExportOffer& offer, QWidget* parent = nullptr);

    [[nodiscard]] ExportScope scope() const;
    [[nodiscard]] ExportStyle style() const;
    /// "csv", "csv.gz".
    [[nodiscard]] QString suffix() const;
    /// "CSV", for the names of files of that kind.
    [[nodiscard]] QString formatLabel() const;
    [[nodiscard]] bool isValid() const;

    /// What is remembered for the next time: everything but the scope, which goes by what there is.
    [[nodiscard]] QJsonObject state() const;
    void apply(const QJsonObject& state);

Q_SIGNALS:
    void changed();

private:
    const ExportOffer m_offer;
    QButtonGroup* m_scopes;
    QWidget* m_columns;
    QRadioButton* m_allColumns;
    QRadioButton* m_shownColumns;
    QComboBox* m_format;
    QLabel* m_note;
    ExportLayoutForm* m_layoutForm;
    QCheckBox* m_packed;

    void addScopes(QVBoxLayout* layout);
    void addScope(QVBoxLayout* layout, ExportScope scope, const QString& text, const QString& name);
    void addColumns(QVBoxLayout* layout);
    void addFormats(QVBoxLayout* layout);
    [[nodiscard]] ExportFormat format() const;
    void followFormat();
};

} // namespace clientele
