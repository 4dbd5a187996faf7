// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importsource.h"

#include "core/services/importrejects.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
/// Standard input that stops waiting when the work is cancelled.
class StandardInput final : public QIODevice
{
public:
    explicit StandardInput(std::shared_ptr<Cancellation> cancellation)
        : m_cancellation(std::move(cancellation))
    {}
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        if (size == 0)
            return 0;
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        while (!m_cancellation->isCancelled()) {
            const int ready = poll(&input, 1, 100);
            if (ready > 0)
                return ::read(STDIN_FILENO, to, size_t(size));
            if (ready < 0 && errno != EINTR)
                return -1;
        }
        return 0;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::shared_ptr<Cancellation> m_cancellation;
};
#endif

Result<std::unique_ptr<QIODevice>> openDevice(const QString& name,
                                              std::shared_ptr<Cancellation> cancellation)
{
    if (name == u"-") {
#ifdef Q_OS_UNIX
        auto input = std::make_unique<StandardInput>(std::move(cancellation));
        input->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#else
        auto input = std::make_unique<QFile>();
        if (!input->open(stdin, QIODevice::ReadOnly))
            return Error{.kind = ErrorKind::File, .message = input->errorString()};
#endif
        return std::unique_ptr<QIODevice>(std::move(input));
    }
    auto file = std::make_unique<QFile>(name);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool missing = !file->exists();
        return Error{.kind = missing ? ErrorKind::NotFound : ErrorKind::File,
                     .message = file->errorString(),
                     .subject = name,
                     .code = missing ? u"file.missing"_s : u"file.read"_s};
    }
    return std::unique_ptr<QIODevice>(std::move(file));
}

} // namespace

Result<std::unique_ptr<ImportSource>> ImportSource::open(const QString& file,
                                                         const CsvFormat& format,
                                                         std::shared_ptr<Cancellation> cancellation)
{
    auto device = openDevice(file, std::move(cancellation));
    if (!device)
        return device.error();
    std::unique_ptr<ImportSource> source(new ImportSource(file, format, std::move(device).value()));
    if (auto problem = source->readHeader(format.hasHeader))
        return *problem;
    return source;
}

ImportSource::ImportSource(const QString& file, const CsvFormat& format,
                           std::unique_ptr<QIODevice> device)
    : m_file(file), m_device(std::move(device)), m_reader(*m_device, format)
{}

std::optional<Error> ImportSource::readHeader(bool hasHeader)
{
    const CsvRecord* const first = m_reader.next();
    if (error())
        return error();
    if (!first) {
        return Error{.kind = ErrorKind::File,
                     .message = u"The file is empty."_s,
                     .subject = m_file,
                     .code = u"file.empty"_s};
    }
    m_width = first->fields.size();
    if (!hasHeader) {
        m_first = first;
        for (size_t i = 1; i <= m_width; ++i)
            m_columns.append(u'#' + QString::number(i));
        return std::nullopt;
    }
    if (first->fault != CsvRecord::Fault::None) {
        return Error{.kind = ErrorKind::File,
                     .message = u"The header cannot be read."_s,
                     .subject = m_file,
                     .code = u"file.header"_s};
    }
    for (const std::string_view field : first->fields)
        m_columns.append(QString::fromUtf8(field.data(), qsizetype(field.size())).trimmed());
    if (m_columns.size() > RejectsFile::columns().size() &&
        m_columns.last(RejectsFile::columns().size()) == RejectsFile::columns())
        m_columns.resize(m_columns.size() - RejectsFile::columns().size());
    return std::nullopt;
}

const CsvRecord* ImportSource::next()
{
    if (m_first)
        return std::exchange(m_first, nullptr);
    return m_reader.next();
}

std::optional<Error> ImportSource::error() const
{
    auto problem = m_reader.error();
    if (problem && problem->subject.isEmpty())
        problem->subject = m_file;
    return problem;
}

qint64 ImportSource::bytesTotal() const
{
    return m_device->isSequential() ? 0 : m_device->size();
}

} // namespace clientele
