// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sqlview.h"

#include <QFontDatabase>

namespace clientele {

SqlView::SqlView(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setFont(letters());
}

QFont SqlView::letters()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(12);
    return fixed;
}

} // namespace clientele
