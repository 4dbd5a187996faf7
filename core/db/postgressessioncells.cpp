// SPDX-License-Identifier: GPL-3.0-or-later
// How PostgresSession hands out rows in binary form; the rest of it is in postgressession.cpp.
#include "core/db/postgrescells.h"
#include "core/db/postgressession.h"
#include "core/db/postgresvalues.h"

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct FreeCopied
{
    void operator()(char* bytes) const { PQfreemem(bytes); }
};

} // namespace

Result<> PostgresSession::doStreamCells(const QString& sql, std::span<const Value> parameters,
                                        std::span<const CellType> types, const TakeCells& take)
{
    // COPY takes no parameters.
    if (parameters.empty() && features().has(EngineFeature::CopyOut))
        return copyCells(sql, types, take);
    return fetchCells(sql, parameters, types, take);
}

Result<> PostgresSession::copyCells(const QString& sql, std::span<const CellType> types,
                                    const TakeCells& take)
{
    countRoundTrip();
    const QByteArray copy = "COPY (" + sql.toUtf8() + ") TO STDOUT (FORMAT binary)";
    const PostgresResult begun(PQexec(connection(), copy.constData()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_OUT)
        return failure(begun.get());
    PostgresCells cells(types);
    auto copied = PostgresCells::Copied::More;
    char* bytes = nullptr;
    int size = 0;
    while ((size = PQgetCopyData(connection(), &bytes, 0)) > 0) {
        const std::unique_ptr<char, FreeCopied> freed(bytes);
        if (copied != PostgresCells::Copied::More)
            continue;
        copied = cancellation().isCancelled() ? PostgresCells::Copied::Stopped
                                              : cells.copy({bytes, size_t(size)}, take);
        if (copied != PostgresCells::Copied::More)
            interrupt(); // rather than read on to the end
    }
    const bool wanted = copied == PostgresCells::Copied::More;
    std::optional<Error> error;
    while (const PostgresResult result{PQgetResult(connection())}) {
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && wanted)
            error = failure(result.get());
    }
    if (copied == PostgresCells::Copied::Garbled)
        error = Error{.kind = ErrorKind::Unsupported,
                      .message = u"The server's binary COPY is not understood."_s};
    return ended(wanted, error);
}

Result<> PostgresSession::fetchCells(const QString& sql, std::span<const Value> parameters,
                                     std::span<const CellType> types, const TakeCells& take)
{
    auto bound = PostgresParameters::bind(parameters);
    if (!bound)
        return bound.error();
    countRoundTrip();
    constexpr int binary = 1;
    if (!PQsendQueryParams(connection(), sql.toUtf8().constData(), bound->count(), bound->types(),
                           bound->texts(), nullptr, nullptr, binary))
        return lost();
    PQsetSingleRowMode(connection());
    PostgresCells row(types);
    std::optional<Error> error;
    bool wanted = true;
    while (const PostgresResult result{PQgetResult(connection())}) {
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_SINGLE_TUPLE) {
            if (!wanted)
                continue;
            for (int i = 0; i < int(types.size()); ++i) {
                const std::string_view bytes(PQgetvalue(result.get(), 0, i),
                                             size_t(PQgetlength(result.get(), 0, i)));
                row.cells()[size_t(i)] = PQgetisnull(result.get(), 0, i)
                                             ? Cell()
                                             : PostgresCells::decode(types[size_t(i)], bytes);
            }
            wanted = !cancellation().isCancelled() && take(row.cells());
            if (!wanted)
                interrupt();
        } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && wanted) {
            error = failure(result.get());
        }
    }
    return ended(wanted, error);
}

} // namespace clientele
