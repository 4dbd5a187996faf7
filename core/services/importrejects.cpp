// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importrejects.h"

#include "core/io/columnmatcher.h"
#include "core/io/csvreader.h"

#include <QDir>
#include <QHash>
#include <QTemporaryFile>

namespace clientele {

using namespace Qt::StringLiterals;

const QStringList& RejectsFile::columns()
{
    static const QStringList names = {u"line"_s, u"column"_s, u"reason"_s};
    return names;
}

Result<> RejectsFile::open(const QString& name, const QStringList& header, size_t width)
{
    std::unique_ptr<QFile> file;
    if (name.isEmpty()) {
        auto temporary =
            std::make_unique<QTemporaryFile>(QDir::temp().filePath(u"rejected-XXXXXX.csv"_s));
        temporary->setAutoRemove(false);
        if (!temporary->open())
            return writeError(*temporary);
        file = std::move(temporary);
    } else {
        file = std::make_unique<QFile>(name);
        if (!file->open(QIODevice::WriteOnly | QIODevice::Truncate))
            return writeError(*file);
    }
    return begin(std::move(file), header, width);
}

Result<> RejectsFile::reopen(const QString& name, qint64 bytes, const QStringList& header,
                             size_t width)
{
    auto file = std::make_unique<QFile>(name);
    if (bytes == 0 || !file->exists() || file->size() < bytes) {
        return Error{.kind = ErrorKind::File,
                     .message = u"The file of the rejected rows is not what it was."_s,
                     .subject = name,
                     .code = u"import.rejects"_s};
    }
    if (!file->open(QIODevice::ReadWrite) || !file->resize(bytes) || !file->seek(bytes))
        return writeError(*file);
    m_file = std::move(file);
    m_writer = std::make_unique<CsvWriter>(*m_file);
    m_ownWidth = size_t(header.size());
    m_width = width;
    keep();
    return {};
}

Result<> RejectsFile::begin(std::unique_ptr<QFile> file, const QStringList& header, size_t width)
{
    m_file = std::move(file);
    m_writer = std::make_unique<CsvWriter>(*m_file);
    m_ownWidth = size_t(header.size());
    m_width = width;

    QList<QByteArray> names;
    for (const QString& column : header + columns())
        names.append(column.toUtf8());
    std::vector<std::string_view> fields;
    for (const QByteArray& column : names)
        fields.emplace_back(column.constData(), size_t(column.size()));
    if (auto written = m_writer->write(fields); !written)
        return written;
    const auto flushed = flush();
    keep();
    return flushed;
}

void RejectsFile::keep()
{
    m_kept = size();
}

Result<> RejectsFile::rewind()
{
    if (!m_file)
        return {};
    if (auto flushed = flush(); !flushed || m_file->pos() == m_kept)
        return flushed;
    return m_file->resize(m_kept) && m_file->seek(m_kept) ? Result<>() : writeError(*m_file);
}

Result<> RejectsFile::write(std::span<const std::string_view> fields, const Reject& reject)
{
    const size_t own = std::min(fields.size(), m_ownWidth);
    std::vector<std::string_view> row(fields.begin(), fields.begin() + std::ptrdiff_t(own));
    row.resize(m_ownWidth);
    const QByteArray line = QByteArray::number(reject.line);
    const QByteArray column = reject.column.toUtf8();
    const QByteArray reason = reject.reason.toUtf8();
    for (const QByteArray& text : {std::cref(line), std::cref(column), std::cref(reason)})
        row.emplace_back(text.constData(), size_t(text.size()));
    for (size_t i = m_width; i < fields.size(); ++i)
        row.push_back(fields[i]);
    return m_writer->write(row);
}

Result<> RejectsFile::flush()
{
    return m_writer ? m_writer->flush() : Result<>();
}

QList<Reject> readRejects(const QString& name, const QStringList& columns, const ImportPlan& plan,
                          qsizetype most)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, qsizetype> places; // of the fields that come from one column
    for (const FieldMapping& mapping : plan.mapping) {
        const auto place = columns::find(columns, mapping.columns.value(0));
        if (place && mapping.columns.size() == 1)
            places[fieldName(mapping.field)] = *place;
    }
    QList<Reject> rejects;
    CsvReader reader(file, {});
    reader.next(); // the header
    while (const CsvRecord* record = rejects.size() < most ? reader.next() : nullptr) {
        const auto text = [&](qsizetype place) {
            const std::string_view field = record->fields[size_t(place)];
            return QString::fromUtf8(field.data(), qsizetype(field.size()));
        };
        const qsizetype own = columns.size();
        if (qsizetype(record->fields.size()) < own + RejectsFile::columns().size())
            break;
        Reject reject{.line = text(own).toLongLong(),
                      .column = text(own + 1),
                      .code = {},
                      .reason = text(own + 2),
                      .value = {}};
        if (const auto place = places.constFind(reject.column); place != places.constEnd())
            reject.value = text(*place).left(Reject::shownValue);
        rejects.append(reject);
    }
    return rejects;
}

QStringList rejectsHeader(const QStringList& columns, const ImportPlan& plan)
{
    QStringList header = columns;
    if (plan.format.hasHeader)
        return header;
    for (const FieldMapping& mapping : plan.mapping) {
        if (mapping.columns.size() != 1)
            continue;
        if (const auto place = columns::find(columns, mapping.columns.first()))
            header[*place] = fieldName(mapping.field);
    }
    return header;
}

} // namespace clientele
