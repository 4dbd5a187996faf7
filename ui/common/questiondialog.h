// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;

namespace clientele {

/// Asks before something that cannot simply be taken back. Cancel is the default; accepted() says
/// that the person wants it. Deletes itself once it is closed.
class QuestionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionDialog)

public:
    struct Words
    {
        QString title;
        QString text;
        QString accept; ///< on the button
        bool danger = false;
        QString instead = {}; ///< on one more button, which answers insteadChosen()
        QString cancel = {};  ///< in the place of "Cancel"
    };

    QuestionDialog(const Words& words, QWidget* parent);

Q_SIGNALS:
    void insteadChosen();
};

} // namespace clientele
