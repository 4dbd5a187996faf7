// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "core/domain/customer.h"
#include "core/domain/customerquery.h"

#include <optional>
#include <vector>

namespace clientele::ctl {

/// --search, --active, --inactive, --all.
QList<OptionSpec> queryOptions();
/// What --search takes, for the help of commands that have it.
QString searchHelp();
/// Those and --sort as a query; an error of usage where a filter of the text means nothing.
Result<CustomerQuery> queryFrom(const Arguments& arguments);

/// A customer's number as people type it; nullopt where it is none.
std::optional<CustomerId> customerId(const QString& word);
Error noSuchCustomer(const QString& word);

/// Fields one below the other, or a line of JSON.
void printCustomer(Console& console, const Customer& customer);

/// Customers as a table for people, or a line of JSON each.
class CustomerPrinter final
{
public:
    explicit CustomerPrinter(Console& console);
    void print(const std::vector<Customer>& customers);

private:
    Console& m_console;
    TextTable m_table;
};

} // namespace clientele::ctl
