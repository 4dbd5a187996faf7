// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <memory>

struct z_stream_s;

namespace clientele {

/// What a gzip file holds, unpacked as it is read. Members that follow each other are one text, as
/// gzip has it, and zeros behind the last are padding. Data that breaks off or is damaged is an
/// error at that place, whose text says how much came before it.
class GunzipDevice final : public QIODevice
{
    Q_DISABLE_COPY_MOVE(GunzipDevice)

public:
    /// True where @p device, which must be open, begins as gzip does. Nothing is taken from it.
    static bool isPacked(QIODevice& device);

    /// @p packed must be open. This is open at once.
    explicit GunzipDevice(std::unique_ptr<QIODevice> packed);
    ~GunzipDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    /// Bytes of the file itself that were taken so far, and that it has; 0 where unknown.
    [[nodiscard]] qint64 packedBytesDone() const { return m_packedDone; }
    [[nodiscard]] qint64 packedBytesTotal() const;

protected:
    qint64 readData(char* to, qint64 size) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    enum class State
    {
        Unpacking,
        BetweenMembers,
        Ended,
        Failed
    };

    bool fill();
    void unpack();
    void startNextMember();
    void fail(const QString& problem);

    std::unique_ptr<QIODevice> m_packed;
    std::unique_ptr<z_stream_s> m_stream;
    QByteArray m_block;
    State m_state = State::Unpacking;
    qint64 m_packedDone = 0;
    qint64 m_unpacked = 0;
};

} // namespace clientele
