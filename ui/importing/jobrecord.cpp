// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobrecord.h"

#include "core/services/exportjob.h"
#include "core/services/importjob.h"

#include <QFileInfo>
#include <QJsonArray>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptRejects = 100;

QJsonObject toJson(const Error& error)
{
    return {{u"kind"_s, int(error.kind)},
            {u"message"_s, error.message},
            {u"subject"_s, error.subject},
            {u"code"_s, error.code}};
}

std::optional<Error> errorOf(const QJsonValue& json)
{
    const int kind = json[u"kind"].toInt(-1);
    if (kind < 0 || kind > int(ErrorKind::Internal))
        return std::nullopt;
    return Error{.kind = ErrorKind(kind),
                 .message = json[u"message"].toString(),
                 .subject = json[u"subject"].toString(),
                 .code = json[u"code"].toString()};
}

QJsonObject toJson(const Reject& reject)
{
    return {{u"line"_s, reject.line},
            {u"column"_s, reject.column},
            {u"code"_s, reject.code},
            {u"reason"_s, reject.reason},
            {u"value"_s, reject.value}};
}

Reject rejectOf(const QJsonValue& json)
{
    return {.line = json[u"line"].toInteger(),
            .column = json[u"column"].toString(),
            .code = json[u"code"].toString(),
            .reason = json[u"reason"].toString(),
            .value = json[u"value"].toString()};
}

QJsonObject toJson(const ImportReport& report)
{
    QJsonArray rejects;
    for (const Reject& reject :
         report.firstRejects.first(std::min(keptRejects, report.firstRejects.size())))
        rejects.append(toJson(reject));
    QJsonObject json{{u"rows"_s, report.rows},       {u"created"_s, report.created},
                     {u"updated"_s, report.updated}, {u"unchanged"_s, report.unchanged},
                     {u"skipped"_s, report.skipped}, {u"rejected"_s, report.rejected},
                     {u"seconds"_s, report.seconds}, {u"dryRun"_s, report.dryRun},
                     {u"rejects"_s, rejects},        {u"rejectsFile"_s, report.rejectsFile}};
    if (report.ended)
        json[u"ended"] = toJson(*report.ended);
    return json;
}

ImportReport reportOf(const QJsonObject& json)
{
    ImportReport report{.rows = json[u"rows"].toInteger(),
                        .created = json[u"created"].toInteger(),
                        .updated = json[u"updated"].toInteger(),
                        .unchanged = json[u"unchanged"].toInteger(),
                        .skipped = json[u"skipped"].toInteger(),
                        .rejected = json[u"rejected"].toInteger(),
                        .seconds = json[u"seconds"].toDouble(),
                        .dryRun = json[u"dryRun"].toBool(),
                        .rejectsFile = json[u"rejectsFile"].toString(),
                        .ended = errorOf(json[u"ended"])};
    for (const QJsonValue reject : json[u"rejects"].toArray())
        report.firstRejects.append(rejectOf(reject));
    return report;
}

} // namespace

JobRecord JobRecord::of(const Job& job)
{
    JobRecord record{.name = job.title(), .endedAt = Timestamp::now()};
    if (const auto* import = qobject_cast<const ImportJob*>(&job)) {
        record.file = QFileInfo(import->plan().file).absoluteFilePath();
        record.report = import->importReport();
    } else if (const auto* exported = qobject_cast<const ExportJob*>(&job)) {
        record.customers = exported->rows();
        record.error = exported->error();
    }
    return record;
}

QJsonObject JobRecord::toJson() const
{
    QJsonObject json{{u"name"_s, name},
                     {u"file"_s, file},
                     {u"ended"_s, endedAt.toIso()},
                     {u"customers"_s, customers}};
    if (report)
        json[u"import"] = clientele::toJson(*report);
    if (error)
        json[u"error"] = clientele::toJson(*error);
    return json;
}

std::optional<JobRecord> JobRecord::fromJson(const QJsonObject& json)
{
    const auto ended = Timestamp::fromText(json[u"ended"].toString());
    if (!ended || !json[u"name"].isString())
        return std::nullopt;
    JobRecord record{.name = json[u"name"].toString(),
                     .file = json[u"file"].toString(),
                     .endedAt = *ended,
                     .customers = json[u"customers"].toInteger(),
                     .error = errorOf(json[u"error"])};
    if (json[u"import"].isObject())
        record.report = reportOf(json[u"import"].toObject());
    if (record.report && !record.report->addsUp())
        return std::nullopt;
    return record;
}

} // namespace clientele
