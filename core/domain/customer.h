// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"

#include <QHashFunctions>
#include <QJsonObject>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace clientele {

/// A customer's key. Any 64-bit number: never dense, never ordered by time, past 2^53 on some
/// engines.
struct CustomerId
{
    qint64 value = 0;

    auto operator<=>(const CustomerId&) const = default; // NOLINT(modernize-use-nullptr)
    [[nodiscard]] bool isValid() const { return value != 0; }
    friend size_t qHash(CustomerId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

enum class CustomerField
{
    Id,
    Name,
    Email,
    Phone,
    IsActive,
    CreatedAt,
    UpdatedAt
};

inline constexpr std::array allCustomerFields{CustomerField::Id,       CustomerField::Name,
                                              CustomerField::Email,    CustomerField::Phone,
                                              CustomerField::IsActive, CustomerField::CreatedAt,
                                              CustomerField::UpdatedAt};

/// The field's name in tables, JSON and clientelectl: "is_active" and so on.
QString fieldName(CustomerField field);
std::optional<CustomerField> fieldFromName(QStringView name);

/// A row of the customer table.
struct Customer
{
    CustomerId id;
    QString name;
    QString email;
    std::optional<QString> phone; ///< nullopt is NULL, which is not the empty string
    bool isActive = true; ///< NULL in the guide's table counts as inactive, as its services see it
    std::optional<Timestamp> createdAt;
    std::optional<Timestamp> updatedAt;

    bool operator==(const Customer&) const = default;

    /// The guide's to_dict: id, name, email, phone, is_active, created_at, updated_at.
    [[nodiscard]] QJsonObject toJson() const;
    /// The guide's repr: <Customer(id=1, name='…', email='…')>
    [[nodiscard]] QString toString() const;
};

/// What a person types to make a customer; the database adds the rest.
struct CustomerDraft
{
    QString name;
    QString email;
    std::optional<QString> phone;
    bool isActive = true;
    std::optional<Timestamp> createdAt; ///< where it is known from elsewhere; else now
    bool keepsActive = false; ///< nothing was said of isActive: an update leaves it as it is

    bool operator==(const CustomerDraft&) const = default;
};

/// Customer::toJson as the one line of JSON that clientelectl and exports write; the id is written
/// as a whole number to its last digit, which QJsonDocument does not do past 2^53.
QByteArray toJsonLine(const Customer& customer);

} // namespace clientele
