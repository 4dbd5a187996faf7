// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/customerwriter.h"

#include "core/io/csvwriter.h"

#include <QIODevice>

#include <array>
#include <utility>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

class CsvCustomerWriter final : public CustomerWriter
{
public:
    CsvCustomerWriter(QIODevice& device, char delimiter) : m_writer(device, delimiter) {}

    Result<> write(const Customer& customer) override
    {
        if (const auto begun = begin(); !begun)
            return begun;
        const auto moment = [](const std::optional<Timestamp>& when) {
            return when ? when->toIso().toUtf8() : QByteArray();
        };
        const std::array<QByteArray, 7> values = {QByteArray::number(customer.id.value),
                                                  customer.name.toUtf8(),
                                                  customer.email.toUtf8(),
                                                  customer.phone.value_or(QString()).toUtf8(),
                                                  customer.isActive ? QByteArrayLiteral("true")
                                                                    : QByteArrayLiteral("false"),
                                                  moment(customer.createdAt),
                                                  moment(customer.updatedAt)};
        std::array<std::string_view, 7> fields;
        for (size_t i = 0; i < fields.size(); ++i)
            fields[i] = {values[i].constData(), size_t(values[i].size())};
        return m_writer.write(fields);
    }

    Result<> finish() override
    {
        const auto begun = begin();
        return begun ? m_writer.flush() : begun;
    }

private:
    Result<> begin()
    {
        static constexpr std::array<std::string_view, 7> header = {
            "id", "name", "email", "phone", "is_active", "created_at", "updated_at"};
        return std::exchange(m_first, false) ? m_writer.write(header) : Result<>();
    }

    CsvWriter m_writer;
    bool m_first = true;
};

class JsonCustomerWriter final : public CustomerWriter
{
public:
    JsonCustomerWriter(QIODevice& device, bool isArray) : m_device(device), m_isArray(isArray) {}

    Result<> write(const Customer& customer) override
    {
        if (m_isArray)
            m_buffer += m_first ? "[\n" : ",\n";
        m_buffer += toJsonLine(customer);
        if (!m_isArray)
            m_buffer += '\n';
        m_first = false;
        return m_buffer.size() < bufferBytes ? Result<>() : flush();
    }

    Result<> finish() override
    {
        if (m_isArray)
            m_buffer += m_first ? "[]\n" : "\n]\n";
        return flush();
    }

private:
    static constexpr qsizetype bufferBytes = 64 * 1024;

    Result<> flush()
    {
        const bool written = m_device.write(m_buffer) == m_buffer.size() && flushDevice(m_device);
        m_buffer.clear();
        return written ? Result<>() : writeError(m_device);
    }

    QIODevice& m_device;
    bool m_isArray;
    bool m_first = true;
    QByteArray m_buffer;
};

} // namespace

std::unique_ptr<CustomerWriter> CustomerWriter::csv(QIODevice& device, char delimiter)
{
    return std::make_unique<CsvCustomerWriter>(device, delimiter);
}

std::unique_ptr<CustomerWriter> CustomerWriter::json(QIODevice& device)
{
    return std::make_unique<JsonCustomerWriter>(device, true);
}

std::unique_ptr<CustomerWriter> CustomerWriter::jsonLines(QIODevice& device)
{
    return std::make_unique<JsonCustomerWriter>(device, false);
}

} // namespace clientele
