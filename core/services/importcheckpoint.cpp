// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importcheckpoint.h"

#include "core/services/importplanjson.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSysInfo>
#include <QUuid>

#include <tuple>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// Numbers past 2^53 would lose their last digits as JSON's.
QString exact(qint64 number)
{
    return QString::number(number);
}

QJsonObject fileAsItIs(const QString& file)
{
    const QFileInfo info(file);
    return {{u"size"_s, exact(info.size())},
            {u"modified"_s, exact(info.lastModified().toMSecsSinceEpoch())}};
}

std::unique_ptr<QLockFile> lockOf(const QString& id)
{
    auto lock =
        std::make_unique<QLockFile>(QDir::temp().filePath(u"clientele-import-%1.lock"_s.arg(id)));
    lock->setStaleLockTime(0); // only that of a program that is gone
    return lock;
}

Error changed(const QString& file)
{
    return {.kind = ErrorKind::InvalidInput,
            .message = u"The file has changed since its import began."_s,
            .subject = file,
            .code = u"import.changed"_s};
}

} // namespace

QString ImportProgress::toText() const
{
    return compact({{u"rows"_s, exact(report.rows)},
                    {u"created"_s, exact(report.created)},
                    {u"updated"_s, exact(report.updated)},
                    {u"unchanged"_s, exact(report.unchanged)},
                    {u"skipped"_s, exact(report.skipped)},
                    {u"rejected"_s, exact(report.rejected)},
                    {u"bytes"_s, exact(bytesDone)},
                    {u"digest"_s, QString::number(digest, 16)},
                    {u"rejects"_s, rejectsFile},
                    {u"rejectsBytes"_s, exact(rejectsBytes)}});
}

std::optional<ImportProgress> ImportProgress::fromText(const QString& text)
{
    const QJsonObject json = parsed(text);
    const auto number = [&](const QString& name) { return json[name].toString().toLongLong(); };
    ImportProgress progress{.report = {.rows = number(u"rows"_s),
                                       .created = number(u"created"_s),
                                       .updated = number(u"updated"_s),
                                       .unchanged = number(u"unchanged"_s),
                                       .skipped = number(u"skipped"_s),
                                       .rejected = number(u"rejected"_s)},
                            .bytesDone = number(u"bytes"_s),
                            .digest = json[u"digest"].toString().toULongLong(nullptr, 16),
                            .rejectsFile = json[u"rejects"].toString(),
                            .rejectsBytes = number(u"rejectsBytes"_s)};
    const bool isWhole = json.contains(u"digest") && progress.report.addsUp();
    return isWhole ? std::optional(progress) : std::nullopt;
}

ImportCheckpoint::ImportCheckpoint(importledger::Entry entry)
    : m_entry(std::move(entry)), m_lock(lockOf(m_entry.id))
{}

std::unique_ptr<ImportCheckpoint>
ImportCheckpoint::begin(Session& session, const CustomerTable& table, const ImportPlan& plan)
{
    if (!table.keepsImports || plan.atomic || plan.dryRun || !QFileInfo(plan.file).isFile())
        return nullptr;
    QJsonObject text = toJson(plan);
    text[u"fileState"] = fileAsItIs(plan.file);
    std::unique_ptr<ImportCheckpoint> checkpoint(
        new ImportCheckpoint({.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                              .machine = thisMachine(),
                              .plan = compact(text),
                              .progress = ImportProgress().toText(),
                              .startedAt = Timestamp::now()}));
    // Locked first: it must never look as if its program were gone.
    checkpoint->m_lock->tryLock();
    if (!importledger::add(session, checkpoint->m_entry))
        return nullptr;
    return checkpoint;
}

Result<std::unique_ptr<ImportCheckpoint>> ImportCheckpoint::resume(Session& session,
                                                                   const ImportPlan& plan)
{
    const auto entry = importledger::find(session, plan.resumes);
    if (!entry)
        return entry.error();
    if (!*entry) {
        return Error{.kind = ErrorKind::NotFound,
                     .message = u"There is no unfinished import of this file."_s,
                     .subject = plan.file,
                     .code = u"import.none"_s};
    }
    if (auto fault = fileFault(**entry))
        return *fault;
    const auto progress = ImportProgress::fromText((*entry)->progress);
    std::unique_ptr<ImportCheckpoint> checkpoint(new ImportCheckpoint(**entry));
    if (!progress || !checkpoint->m_lock->tryLock()) {
        return Error{.kind = ErrorKind::Conflict,
                     .message = u"Another program is at work on this import."_s,
                     .subject = plan.file,
                     .code = u"import.elsewhere"_s};
    }
    checkpoint->m_progress = *progress;
    return checkpoint;
}

Result<> ImportCheckpoint::advance(Session& session, const ImportProgress& progress)
{
    m_next = progress;
    m_entry.progress = progress.toText();
    m_entry.rows = progress.report.rows;
    return importledger::advance(session, m_entry, m_progress.report.rows);
}

bool ImportCheckpoint::isUnderWay(const QString& id)
{
    return !lockOf(id)->tryLock();
}

std::optional<Error> ImportCheckpoint::fileFault(const importledger::Entry& entry)
{
    const QJsonObject plan = parsed(entry.plan);
    const QString file = plan[u"file"].toString();
    if (!QFileInfo(file).isFile()) {
        return Error{.kind = ErrorKind::NotFound,
                     .message = u"The file is not there any more."_s,
                     .subject = file,
                     .code = u"file.missing"_s};
    }
    if (plan[u"fileState"].toObject() != fileAsItIs(file))
        return changed(file);
    return std::nullopt;
}

QString ImportCheckpoint::thisMachine()
{
    const QByteArray id = QSysInfo::machineUniqueId();
    return id.isEmpty() ? QSysInfo::machineHostName() : QString::fromLatin1(id);
}

} // namespace clientele
