// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// The framing of PostgreSQL's protocol 3 (the manual's "Message Formats"), as far as a proxy has
/// to understand it.
namespace clientele::testing::wire {

/// One message, whole: type byte, length, content. The first one of a connection has no type.
struct Message
{
    char type = 0;
    QByteArray bytes;
};

/// What a message without a type asks for.
enum class Opening
{
    Startup,
    Encryption, ///< SSLRequest or GSSENCRequest
    Cancel
};

/// Takes the first message off @p buffer; nullopt where it is not all there yet.
std::optional<Message> takeMessage(QByteArray& buffer);
std::optional<Message> takeOpening(QByteArray& buffer);
Opening kindOfOpening(const Message& message);

/// The text of a Query or a Parse; a null string of any other message.
QString statementOf(const Message& message);
/// The name of the prepared statement that a Parse makes or a Bind uses; empty where it has none.
QByteArray preparedName(const Message& message);
/// The same Query or Parse with another text; a Bind is made to fail.
Message withStatement(const Message& message, const QByteArray& statement);

Message errorResponse(const QByteArray& sqlState, const QByteArray& text);

} // namespace clientele::testing::wire
