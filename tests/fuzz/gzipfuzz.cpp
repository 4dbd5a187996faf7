// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gunzipdevice.h"
#include "tests/fuzz/pieces.h"
#include "tests/support/gzip.h"

using namespace clientele;
using namespace clientele::fuzz;

namespace {

struct Unpacked
{
    QByteArray text;
    QString error;

    bool operator==(const Unpacked&) const = default;
};

Unpacked unpack(const QByteArray& packed, uint32_t seed, qsizetype blockBytes)
{
    GunzipDevice device(std::make_unique<Pieces>(packed, seed));
    Unpacked unpacked;
    QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 got = 0;
    // Little data may unpack into very much.
    while (unpacked.text.size() < 4'000'000 && (got = device.read(block.data(), block.size())) > 0)
        unpacked.text.append(block.constData(), got);
    if (got < 0)
        unpacked.error = device.errorString();
    else if (got == 0)
        require(device.packedBytesDone() == packed.size());
    return unpacked;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray data(reinterpret_cast<const char*>(bytes + 2), qsizetype(size - 2));
    const uint32_t seed = bytes[0] * 2654435761u;
    const Unpacked damaged = unpack(data, seed, 64 * 1024);
    if (damaged.text.size() < 4'000'000)
        require(unpack(data, seed + 12345, 1 + bytes[1]) == damaged);

    // What is packed comes back, in one member or several, and not when an end is missing.
    const qsizetype half = data.size() * bytes[1] / 256;
    const QByteArray packed =
        testing::gzipped(data.first(half)) + testing::gzipped(data.sliced(half));
    require(unpack(packed, seed, 1 + bytes[1]) == Unpacked{.text = data, .error = {}});
    const Unpacked torn = unpack(packed.chopped(1 + bytes[1] % 8), seed, 4096);
    require(torn.text == data && !torn.error.isEmpty());
    return 0;
}
