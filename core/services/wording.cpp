// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording.h"

#include "core/services/fileswording.h"

#include <QCoreApplication>

namespace clientele::wording {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

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
QString about(const Error& error, const QString& withSubject, const QString& without)
{
    return error.subject.isEmpty() ? without : withSubject.arg(readable(error.subject));
}

QString fieldLabel(const QString& column)
{
    if (column == u"name")
        return Words::tr("name");
    if (column == u"email")
        return Words::tr("e-mail address");
    if (column == u"phone")
        return Words::tr("phone number");
    if (column == u"is_active")
        return Words::tr("active state");
    return column;
}

QString constraintSentence(const Error& error)
{
    if (!error.column.isEmpty())
        return Words::tr("The database does not accept this %1.").arg(fieldLabel(error.column)) +
               because(error);
    if (!error.constraint.isEmpty())
        return Words::tr("The database does not accept this customer: its rule %1 is broken.")
                   .arg(error.constraint) +
               because(error);
    return Words::tr("The database does not accept this customer.") + because(error);
}

QString duplicateSentence(const Error& error)
{
    if (!error.column.isEmpty() && error.column != u"email")
        return Words::tr("Another customer already has this %1.").arg(fieldLabel(error.column));
    return about(error, Words::tr("Another customer already has the e-mail address %1."),
                 Words::tr("Another customer already has this e-mail address."));
}

} // namespace

QString sentence(const Error& error)
{
    using enum ErrorKind;
    if (const QString known = fileSentence(error); !known.isEmpty())
        return known;
    switch (error.kind) {
    case Cancelled:
        return Words::tr("This was cancelled.");
    case InvalidInput:
        return error.message.isEmpty()
                   ? about(error, Words::tr("%1 is not valid."), Words::tr("This is not valid."))
                   : because(error).trimmed();
    case NotFound:
        return about(error, Words::tr("%1 was not found."), Words::tr("This was not found.")) +
               because(error);
    case Conflict:
        return error.message.isEmpty() ? Words::tr("Somebody else has changed this meanwhile.")
                                       : because(error).trimmed();
    case Duplicate:
        return duplicateSentence(error);
    case ConstraintViolated:
        return constraintSentence(error);
    case ConnectionFailed:
        return about(error, Words::tr("No connection to %1."),
                     Words::tr("No connection to the database.")) +
               because(error);
    case AuthenticationFailed:
        return about(error, Words::tr("%1 refused the user name or the password."),
                     Words::tr("The database refused the user name or the password."));
    case DatabaseMissing:
        return about(error, Words::tr("There is no database %1 on this server."),
                     Words::tr("This database is not on the server."));
    case ConnectionLost:
        return Words::tr("The connection to the database was lost. Nothing was changed.");
    case OutcomeUnknown:
        return Words::tr("The connection was lost while saving. "
                         "It is not known whether the change was saved.");
    case Timeout:
        return about(error, Words::tr("%1 did not answer in time."),
                     Words::tr("The database did not answer in time."));
    case PoolExhausted:
        return Words::tr(
            "Every connection that this program may open was in use for as long as one may "
            "wait. Nothing was changed.");
    case Busy:
        return about(error, Words::tr("%1 is locked by another program."),
                     Words::tr("The database is locked by another program."));
    case Serialization:
        return Words::tr(
            "Others changed the same customers at the same moment. Nothing was changed.");
    case PermissionDenied:
        return about(error, Words::tr("You do not have the right to do this with %1."),
                     Words::tr("You do not have the right to do this.")) +
               because(error);
    case ReadOnly:
        return about(error, Words::tr("%1 is read-only."), Words::tr("This book is read-only."));
    case StorageFull:
        return about(error, Words::tr("There is no room left on the disk for %1."),
                     Words::tr("There is no room left on the disk."));
    case SchemaMissing:
        return Words::tr("This database has no customer table yet.");
    case SchemaMismatch:
        return Words::tr("The table customer in this database is something else.") + because(error);
    case Unsupported:
        return about(error, Words::tr("%1 is not supported here."),
                     Words::tr("This is not supported here.")) +
               because(error);
    case File:
        return about(error, Words::tr("The file %1 cannot be used."),
                     Words::tr("The file cannot be used.")) +
               because(error);
    case Internal:
        return Words::tr("Something went wrong in this program.") + because(error);
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
        return error.message.isEmpty() ? Words::tr("Look at both versions and choose.") : QString();
    case Duplicate:
        return Words::tr("Use another address, or open that customer.");
    case ConstraintViolated:
        return Words::tr("Change the value and save again.");
    case ConnectionFailed:
        return Words::tr("Check the host, the port and the network, then try again.");
    case AuthenticationFailed:
        return Words::tr("Check the user name and the password in the connection.");
    case DatabaseMissing:
        return Words::tr("Check the name of the database in the connection, or have it created.");
    case ConnectionLost:
        return Words::tr("Try again once the network is back.");
    case OutcomeUnknown:
        return Words::tr("Look at the customer before you try again.");
    case Timeout:
        return Words::tr("Try again in a moment.");
    case PoolExhausted:
        return Words::tr("Wait until an import or export is done, or cancel one, then try again.");
    case Busy:
        return Words::tr("Close the other program or wait until it is done, then try again.");
    case Serialization:
        return Words::tr("Try again.");
    case PermissionDenied:
        return Words::tr("Ask whoever manages the database for the right to do it.");
    case ReadOnly:
        return Words::tr(
            "Open a book that you may change, or ask for the right to change this one.");
    case StorageFull:
        return Words::tr("Make room on the disk, then try again.");
    case SchemaMissing:
        return Words::tr("Create the tables first.");
    case SchemaMismatch:
        return Words::tr("Choose another database. This table is not touched.");
    case Internal:
        return Words::tr("Please report it, with what you did before.");
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
