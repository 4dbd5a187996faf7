// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace clientele {

class ImportSetup;
class MessageBar;
class PlainTable;
class TextTableModel;

/// Step 2: the encoding, the separator and the header, with the file's first rows as they read so.
class FormatStep final : public QWidget
{
    Q_OBJECT

public:
    explicit FormatStep(ImportSetup& setup, QWidget* parent = nullptr);

private:
    void fillChoices();
    void apply();
    void refresh();

    ImportSetup& m_setup;
    MessageBar* m_message;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QCheckBox* m_header;
    QLabel* m_found;
    TextTableModel* m_model;
    PlainTable* m_table;
};

/// "comma", "tab" and so on, for people.
QString delimiterName(char delimiter);

} // namespace clientele
