// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/connectionurl.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace clientele {

/// Where a connection can be taken from in one go: a URL that is pasted, or a .env file.
class SourceLine final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceLine(QWidget* parent = nullptr);

    void clear();

Q_SIGNALS:
    /// The URL itself is shown no longer: it may have held the password.
    void found(const clientele::ConnectionUrl& connection);

private:
    void onEdited(const QString& text);
    void take();
    void chooseFile();
    void readFile(const QString& file);
    void say(const QString& text, bool refused);

    QLineEdit* m_edit;
    QLabel* m_note;
    qsizetype m_length = 0;
};

} // namespace clientele
