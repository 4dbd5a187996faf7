// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wiremessages.h"

#include <QtEndian>

namespace clientele::testing::wire {

namespace {

constexpr qint32 sslRequest = 80877103;
constexpr qint32 gssRequest = 80877104;
constexpr qint32 cancelRequest = 80877102;

qint32 numberAt(const QByteArray& bytes, qsizetype place)
{
    return qFromBigEndian<qint32>(bytes.constData() + place);
}

/// The length counts itself, and not the type before it.
std::optional<Message> take(QByteArray& buffer, qsizetype type)
{
    if (buffer.size() < type + 4)
        return std::nullopt;
    const qsizetype size = type + numberAt(buffer, type);
    if (buffer.size() < size)
        return std::nullopt;
    Message message{.type = type > 0 ? buffer.front() : '\0', .bytes = buffer.first(size)};
    buffer.remove(0, size);
    return message;
}

Message make(char type, const QByteArray& content)
{
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(static_cast<qint32>(content.size() + 4), length.data());
    return {.type = type, .bytes = type + length + content};
}

/// Where a Query's or Parse's text begins: behind the name of a prepared statement.
qsizetype textStart(const Message& message)
{
    return message.type == 'Q' ? 5 : message.bytes.indexOf('\0', 5) + 1;
}

} // namespace

std::optional<Message> takeMessage(QByteArray& buffer)
{
    return take(buffer, 1);
}

std::optional<Message> takeOpening(QByteArray& buffer)
{
    return take(buffer, 0);
}

Opening kindOfOpening(const Message& message)
{
    switch (numberAt(message.bytes, 4)) {
    case sslRequest:
    case gssRequest:
        return Opening::Encryption;
    case cancelRequest:
        return Opening::Cancel;
    default:
        return Opening::Startup;
    }
}

QString statementOf(const Message& message)
{
    if (message.type != 'Q' && message.type != 'P')
        return {};
    return QString::fromUtf8(message.bytes.constData() + textStart(message)); // ends with a zero
}

QByteArray preparedName(const Message& message)
{
    if (message.type == 'P')
        return QByteArray(message.bytes.constData() + 5);
    if (message.type == 'B') // the portal's name stands first
        return QByteArray(message.bytes.constData() + message.bytes.indexOf('\0', 5) + 1);
    return {};
}

Message withStatement(const Message& message, const QByteArray& statement)
{
    // A Bind's text is its statement's name: there is none of that name.
    const qsizetype start = textStart(message);
    const qsizetype end = message.bytes.indexOf('\0', start);
    return make(message.type,
                message.bytes.sliced(5, start - 5) + statement + message.bytes.sliced(end));
}

Message errorResponse(const QByteArray& sqlState, const QByteArray& text)
{
    QByteArray fields;
    const auto add = [&](char code, const QByteArray& value) { fields += code + value + '\0'; };
    add('S', "ERROR");
    add('V', "ERROR");
    add('C', sqlState);
    add('M', text);
    return make('E', fields + '\0');
}

} // namespace clientele::testing::wire
