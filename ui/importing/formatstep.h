// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace clientele {

class ImportSetup;
class MessageBar;
class PlainTable;
class TextTableModel;

/// Step 2: what kind of file it is, its encoding, and of CSV what stands between and around the
/// values, with the file's first rows as they read so.
class FormatStep final : public QWidget
{
    Q_OBJECT

public:
    explicit FormatStep(ImportSetup& setup, QWidget* parent = nullptr);

private:
    QGridLayout* makeForm();
    QWidget* labelled(const QString& label, QComboBox* box);
    void fillChoices();
    void apply();
    void refresh();
    void refreshChoices();
    void refreshMessage();

    ImportSetup& m_setup;
    MessageBar* m_message;
    QComboBox* m_kind;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QComboBox* m_quote;
    QCheckBox* m_header;
    QCheckBox* m_backslash;
    QList<QWidget*> m_ofCsv; ///< what other kinds of files do not have
    QLabel* m_found;
    TextTableModel* m_model;
    PlainTable* m_table;
};

/// "comma", "tab" and so on, or the kind of a file that has none, for people.
QString layoutName(const CsvFormat& format);

} // namespace clientele
