// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvwriter.h"

#include <QFileDevice>
#include <QIODevice>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t bufferBytes = 64 * 1024;

} // namespace

CsvWriter::CsvWriter(QIODevice& device, char delimiter, QByteArray lineEnd)
    : m_device(device), m_delimiter(delimiter), m_lineEnd(std::move(lineEnd)), m_special("\"\r\n")
{
    m_special += delimiter;
}

Result<> CsvWriter::write(std::span<const std::string_view> fields)
{
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first)
            m_buffer += m_delimiter;
        first = false;
        append(field);
    }
    // A row of one empty field would else be an empty line, which is no row.
    if (fields.size() == 1 && fields.front().empty())
        m_buffer += "\"\"";
    m_buffer.append(m_lineEnd.constData(), size_t(m_lineEnd.size()));
    return m_buffer.size() < bufferBytes ? Result<>() : flush();
}

void CsvWriter::append(std::string_view field)
{
    if (field.find_first_of(m_special) == std::string_view::npos) {
        m_buffer += field;
        return;
    }
    m_buffer += '"';
    for (const char c : field) {
        if (c == '"')
            m_buffer += '"';
        m_buffer += c;
    }
    m_buffer += '"';
}

Result<> CsvWriter::flush()
{
    const auto size = qint64(m_buffer.size());
    const bool written = m_device.write(m_buffer.data(), size) == size && flushDevice(m_device);
    m_failed = m_failed || !written;
    m_buffer.clear();
    return m_failed ? writeError(m_device) : Result<>();
}

bool flushDevice(QIODevice& device)
{
    auto* file = qobject_cast<QFileDevice*>(&device);
    return !file || file->flush();
}

Error writeError(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    return {.kind = full ? ErrorKind::StorageFull : ErrorKind::File,
            .message = device.errorString(),
            .subject = file ? file->fileName() : QString(),
            .code = u"file.write"_s};
}

} // namespace clientele
