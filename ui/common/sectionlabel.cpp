// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sectionlabel.h"

#include "ui/common/button.h"

#include <QFrame>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString roleName(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return {};
    case TextRole::Title:
        return u"title"_s;
    case TextRole::Heading:
        return u"heading"_s;
    case TextRole::Section:
        return u"section"_s;
    case TextRole::Muted:
        return u"muted"_s;
    case TextRole::Faint:
        return u"faint"_s;
    case TextRole::Ok:
        return u"ok"_s;
    case TextRole::Warn:
        return u"warn"_s;
    case TextRole::Bad:
        return u"bad"_s;
    }
    return {};
}

} // namespace

QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", roleName(role));
    return label;
}

void setTextRole(QLabel* label, TextRole role)
{
    setStyleProperty(label, "role", roleName(role));
}

QFrame* makeLine(Qt::Orientation orientation, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("role", u"line"_s);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

SectionLabel::SectionLabel(const QString& text, QWidget* parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("role", u"section"_s);
}

} // namespace clientele
