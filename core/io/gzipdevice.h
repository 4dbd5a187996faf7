// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace clientele {

/// Packs what is written to it by gzip (RFC 1952) and hands it on.
class GzipDevice final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GzipDevice)

public:
    /// @p target is open and outlives it. Is open itself.
    explicit GzipDevice(QIODevice& target);
    ~GzipDevice() override;

    [[nodiscard]] QIODevice& target() const { return m_target; }
    [[nodiscard]] bool isSequential() const override { return true; }
    /// What closes the archive.
    Result<> end();

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* from, qint64 size) override;

private:
    struct Stream;

    bool pack(const char* from, qint64 size, int how);

    QIODevice& m_target;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_packed;
};

} // namespace clientele
