// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"

#include "app/commands/terminal.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

bool isWide(char32_t letter)
{
    // Unicode's East Asian Width W and F, by block.
    static constexpr std::array<std::pair<char32_t, char32_t>, 9> blocks{{{0x1100, 0x115f},
                                                                          {0x2e80, 0xa4cf},
                                                                          {0xac00, 0xd7a3},
                                                                          {0xf900, 0xfaff},
                                                                          {0xfe30, 0xfe6f},
                                                                          {0xff00, 0xff60},
                                                                          {0xffe0, 0xffe6},
                                                                          {0x1f300, 0x1faff},
                                                                          {0x20000, 0x3fffd}}};
    return std::any_of(blocks.begin(), blocks.end(), [letter](const auto& block) {
        return letter >= block.first && letter <= block.second;
    });
}

} // namespace

void Console::print(const QJsonObject& object)
{
    write(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Console::write(const QByteArray& line)
{
    const auto size = static_cast<size_t>(line.size());
    if (std::fwrite(line.constData(), 1, size, stdout) != size || std::fputc('\n', stdout) == EOF)
        m_failed = true;
}

bool Console::flush()
{
    if (std::fflush(stdout) != 0)
        m_failed = true;
    return !m_failed;
}

void Console::say(const QString& sentence)
{
    showProgress({});
    std::fflush(stdout);
    const QByteArray bytes = sentence.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

void Console::showProgress(const QString& text)
{
    if (!isErrorTerminal() || (text.isEmpty() && m_progressWidth == 0))
        return;
    const QString cleared = text.leftJustified(m_progressWidth) + u'\r';
    m_progressWidth = text.size();
    const QByteArray bytes = cleared.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

std::optional<QString> Console::askPassword(const QString& prompt)
{
    if (!isInputTerminal())
        return std::nullopt;
    const QByteArray question = prompt.toUtf8();
    std::fwrite(question.constData(), 1, static_cast<size_t>(question.size()), stderr);
    std::fflush(stderr);
    std::optional<QString> typed = readSilently();
    say({});
    return typed;
}

void TextTable::print(const std::vector<QStringList>& rows)
{
    if (m_widths.isEmpty()) {
        for (qsizetype column = 0; column < m_heading.size(); ++column) {
            int width = terminalWidth(m_heading[column]);
            for (const QStringList& row : rows)
                width = std::max(width, terminalWidth(printable(row[column])));
            m_widths << width;
        }
        m_console.print(line(m_heading));
    }
    for (const QStringList& row : rows)
        m_console.print(line(row));
}

QString TextTable::line(const QStringList& cells) const
{
    QString text;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const QString cell = printable(cells[column]);
        text += cell;
        if (column + 1 < cells.size())
            text += QString(std::max(0, m_widths[column] - terminalWidth(cell)) + 2, u' ');
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QString printable(const QString& text)
{
    QString result = text;
    for (QChar& letter : result) {
        const bool control = letter.category() == QChar::Other_Control;
        const bool line = letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator;
        if (control || line)
            letter = u' ';
    }
    return result;
}

int terminalWidth(const QString& text)
{
    int width = 0;
    for (const char32_t letter : text.toUcs4()) {
        const auto category = QChar::category(letter);
        const bool joins = category == QChar::Mark_NonSpacing ||
                           category == QChar::Mark_Enclosing || category == QChar::Other_Format;
        width += joins ? 0 : isWide(letter) ? 2 : 1;
    }
    return width;
}

} // namespace clientele::ctl
