// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exporttarget.h"

#include "core/io/gzipdevice.h"
#include "core/io/writing.h"
#include "core/services/disksync.h"
#include "core/services/outputstream.h"

#include <QFileInfo>
#include <QSaveFile>

namespace clientele {

using namespace Qt::StringLiterals;

ExportTarget::ExportTarget(std::shared_ptr<const Cancellation> cancellation)
    : m_cancellation(std::move(cancellation))
{}
ExportTarget::~ExportTarget() = default;

bool ExportTarget::isReplaceable(const QString& file)
{
    const QFileInfo info(file);
    return file != u"-" && (!info.exists() || info.isFile() || info.isDir());
}

Result<std::unique_ptr<ExportTarget>>
ExportTarget::open(const QString& file, const std::shared_ptr<const Cancellation>& cancellation)
{
    std::unique_ptr<ExportTarget> target(new ExportTarget(cancellation));
    if (isReplaceable(file)) {
        target->m_file = std::make_unique<QSaveFile>(file);
        target->m_folder = QFileInfo(file).absolutePath();
        target->m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    } else {
        target->m_file = openOutputStream(file, cancellation);
    }
    if (!target->m_file->isOpen())
        return cancellation->isCancelled() ? Error{.kind = ErrorKind::Cancelled}
                                           : writeError(*target->m_file);
    if (file.endsWith(u".gz"_s, Qt::CaseInsensitive))
        target->m_gzip = std::make_unique<GzipDevice>(*target->m_file);
    return target;
}

QIODevice& ExportTarget::device() const
{
    return m_gzip ? static_cast<QIODevice&>(*m_gzip) : *m_file;
}

Result<> ExportTarget::commit()
{
    if (m_gzip) {
        if (auto ended = m_gzip->end(); !ended)
            return ended;
    }
    auto* const saved = qobject_cast<QSaveFile*>(m_file.get());
    if (!saved)
        return {};
    if (auto synced = syncToDisk(*saved, *m_cancellation); !synced)
        return synced;
    return saved->commit() ? Result<>() : writeError(*saved);
}

} // namespace clientele
