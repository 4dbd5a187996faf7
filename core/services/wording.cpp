// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording.h"

#include "core/services/fileswording.h"

#include <QCoreApplication>

namespace clientele::wording {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("wording", text);
}

// A value that somebody pasted may be as long as a book.
QString readable(const QString& text)
{
    constexpr qsizetype most = 120;
    if (text.size() <= most)
        return text;
    const bool splits = text[most - 1].isHighSurrogate();
    return text.left(splits ? most - 1 : most) + u'…';
}

// The engine's own words, as the last part of a sentence of ours.
QString because(const Error& error)
{
    QString reason = error.message.simplified();
    if (reason.isEmpty())
        return {};
    reason[0] = reason[0].toUpper();
    const bool ends = reason.endsWith(u'.') || reason.endsWith(u'!') || reason.endsWith(u'?');
    return u' ' + reason + (ends ? QString() : u"."_s);
}

// "%1" as the subject where there is one, else another sentence.
QString about(const Error& error, const char* withSubject, const char* without)
{
    return error.subject.isEmpty() ? say(without) : say(withSubject).arg(readable(error.subject));
}

QString fieldLabel(const QString& column)
{
    if (column == u"name")
        return say("name");
    if (column == u"email")
        return say("e-mail address");
    if (column == u"phone")
        return say("phone number");
    if (column == u"is_active")
        return say("active state");
    return column;
}

QString constraintSentence(const Error& error)
{
    if (!error.column.isEmpty())
        return say("The database does not accept this %1.").arg(fieldLabel(error.column)) +
               because(error);
    if (!error.constraint.isEmpty())
        return say("The database does not accept this customer: its rule %1 is broken.")
                   .arg(error.constraint) +
               because(error);
    return say("The database does not accept this customer.") + because(error);
}

QString duplicateSentence(const Error& error)
{
    if (!error.column.isEmpty() && error.column != u"email")
        return say("Another customer already has this %1.").arg(fieldLabel(error.column));
    return about(error, "Another customer already has the e-mail address %1.",
                 "Another customer already has this e-mail address.");
}

} // namespace

QString sentence(const Error& error)
{
    using enum ErrorKind;
    if (const QString known = fileSentence(error); !known.isEmpty())
        return known;
    switch (error.kind) {
    case Cancelled:
        return say("This was cancelled.");
    case InvalidInput:
        return error.message.isEmpty() ? about(error, "%1 is not valid.", "This is not valid.")
                                       : because(error).trimmed();
    case NotFound:
        return about(error, "%1 was not found.", "This was not found.") + because(error);
    case Conflict:
        return error.message.isEmpty() ? say("Somebody else has changed this meanwhile.")
                                       : because(error).trimmed();
    case Duplicate:
        return duplicateSentence(error);
    case ConstraintViolated:
        return constraintSentence(error);
    case ConnectionFailed:
        return about(error, "No connection to %1.", "No connection to the database.") +
               because(error);
    case AuthenticationFailed:
        return about(error, "%1 refused the user name or the password.",
                     "The database refused the user name or the password.");
    case DatabaseMissing:
        return about(error, "There is no database %1 on this server.",
                     "This database is not on the server.");
    case ConnectionLost:
        return say("The connection to the database was lost. Nothing was changed.");
    case OutcomeUnknown:
        return say("The connection was lost while saving. "
                   "It is not known whether the change was saved.");
    case Timeout:
        return about(error, "%1 did not answer in time.", "The database did not answer in time.");
    case PoolExhausted:
        return say("Every connection that this program may open was in use for as long as one may "
                   "wait. Nothing was changed.");
    case Busy:
        return about(error, "%1 is locked by another program.",
                     "The database is locked by another program.");
    case Serialization:
        return say("Others changed the same customers at the same moment. Nothing was changed.");
    case PermissionDenied:
        return about(error, "You do not have the right to do this with %1.",
                     "You do not have the right to do this.") +
               because(error);
    case ReadOnly:
        return about(error, "%1 is read-only.", "This book is read-only.");
    case StorageFull:
        return about(error, "There is no room left on the disk for %1.",
                     "There is no room left on the disk.");
    case SchemaMissing:
        return say("This database has no customer table yet.");
    case SchemaMismatch:
        return say("The table customer in this database is something else.") + because(error);
    case Unsupported:
        return about(error, "%1 is not supported here.", "This is not supported here.") +
               because(error);
    case File:
        return about(error, "The file %1 cannot be used.", "The file cannot be used.") +
               because(error);
    case Internal:
        return say("Something went wrong in this program.") + because(error);
    }
    return {};
}

QString advice(const Error& error)
{
    using enum ErrorKind;
    if (const QString known = fileAdvice(error); !known.isEmpty())
        return known;
    switch (error.kind) {
    case Conflict:
        return error.message.isEmpty() ? say("Look at both versions and choose.") : QString();
    case Duplicate:
        return say("Use another address, or open that customer.");
    case ConstraintViolated:
        return say("Change the value and save again.");
    case ConnectionFailed:
        return say("Check the host, the port and the network, then try again.");
    case AuthenticationFailed:
        return say("Check the user name and the password in the connection.");
    case DatabaseMissing:
        return say("Check the name of the database in the connection, or have it created.");
    case ConnectionLost:
        return say("Try again once the network is back.");
    case OutcomeUnknown:
        return say("Look at the customer before you try again.");
    case Timeout:
        return say("Try again in a moment.");
    case PoolExhausted:
        return say("Wait until an import or export is done, or cancel one, then try again.");
    case Busy:
        return say("Close the other program or wait until it is done, then try again.");
    case Serialization:
        return say("Try again.");
    case PermissionDenied:
        return say("Ask whoever manages the database for the right to do it.");
    case ReadOnly:
        return say("Open a book that you may change, or ask for the right to change this one.");
    case StorageFull:
        return say("Make room on the disk, then try again.");
    case SchemaMissing:
        return say("Create the tables first.");
    case SchemaMismatch:
        return say("Choose another database. This table is not touched.");
    case Internal:
        return say("Please report it, with what you did before.");
    default:
        return {};
    }
}

QString explain(const Error& error)
{
    const QString what = sentence(error);
    const QString todo = advice(error);
    return todo.isEmpty() ? what : what + u' ' + todo;
}

} // namespace clientele::wording
