// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonreader.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/records.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace clientele;
using namespace clientele::fuzz;

namespace {

/// What a record says for a value; unset for what QJsonValue cannot be held against: numbers, which
/// it does not keep as they stand, and what is in brackets.
std::optional<std::optional<std::string>> textOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return std::optional<std::string>();
    case QJsonValue::Bool:
        return std::optional<std::string>(value.toBool() ? "true" : "false");
    case QJsonValue::String:
        return std::optional<std::string>(value.toString().toStdString());
    default:
        return std::nullopt;
    }
}

/// Qt's parser agrees on a line that was read without fault.
void compare(const QByteArray& line, const Kept& record, const QStringList& columns)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    require(error.error == QJsonParseError::NoError && document.isObject());
    const QJsonObject object = document.object();
    for (qsizetype column = 0; column < columns.size(); ++column) {
        const auto found = object.constFind(columns[column]);
        if (found == object.constEnd())
            continue;
        const auto& field = record.fields[size_t(column)];
        if (const auto expected = textOf(*found))
            require(field == *expected);
        else if (found->isArray())
            require(field && QJsonDocument::fromJson(QByteArray::fromStdString(*field)).array() ==
                                 found->toArray());
        else if (found->isDouble())
            require(field && QByteArray::fromStdString(*field).toDouble() == found->toDouble());
    }
}

bool isUnnamed(const QByteArray& line)
{
    // Where a key is "a.b" or has an escape for NUL or half a character, columns are named
    // otherwise.
    return line.contains('.') || line.contains('\\');
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size)
{
    if (size < 2)
        return 0;
    const CsvFormat format{.kind = (bytes[0] & 1) != 0 ? FileKind::JsonLines : FileKind::Json,
                           .encoding = (bytes[0] & 6) == 6 ? "UTF-16LE" : "UTF-8"};
    const QByteArray data(reinterpret_cast<const char*>(bytes + 2), qsizetype(size - 2));
    const bool isUtf8 = format.encoding == "UTF-8";
    const qint64 lines = isUtf8 ? countLines({data.constData(), size_t(data.size())}) : data.size();

    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    JsonReader whole(buffer, format);
    const QStringList columns = whole.columns();
    const Reading reading = readAll(whole, data.size(), lines, isUtf8);

    Pieces pieces(data, bytes[1] * 2654435761u);
    JsonReader torn(pieces, format);
    require(torn.columns() == columns);
    require(readAll(torn, data.size(), lines, isUtf8) == reading);

    for (const Kept& record : reading.records)
        require(record.fields.size() >= size_t(columns.size()));
    if (format.kind == FileKind::JsonLines) {
        require(!reading.error);
        const QList<QByteArray> texts =
            data.contains('\r') ? QList<QByteArray>() : data.split('\n');
        for (const Kept& record : reading.records) {
            if (!isUtf8 || record.fault != CsvRecord::Fault::None || texts.size() < record.line)
                continue;
            QByteArray line = texts[record.line - 1];
            if (line.startsWith("\xEF\xBB\xBF"))
                line.remove(0, 3);
            if (!isUnnamed(line))
                compare(line, record, columns);
        }
    }
    return 0;
}
