// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/writer.h"

#include <QThread>

namespace clientele::soak {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCustomers = 1000; // what the ledger itself takes must not look like a leak

bool isUnknown(const std::optional<Error>& error)
{
    return error && error->kind == ErrorKind::OutcomeUnknown;
}

template <class T>
std::optional<Error> errorOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

void Writer::note(const QString& act, const std::optional<Error>& error)
{
    ++m_outcomes[act + (!error             ? u": done"_s
                        : isUnknown(error) ? u": outcome unknown"_s
                                           : u": failed"_s)];
    if (error)
        QThread::msleep(20); // nobody tries again at once
}

CustomerDraft Writer::draft()
{
    const int number = ++m_made;
    return {.name = u"Writer %1 customer %2"_s.arg(m_number).arg(number),
            .email = u"w%1-%2@example.com"_s.arg(m_number).arg(number),
            .phone = {}};
}

void Writer::take(const CustomerDraft& draft, const std::optional<Error>& error,
                  const std::optional<Customer>& made)
{
    m_ledger[draft.email] = {
        .isThere = !error, .isCertain = !isUnknown(error), .name = draft.name, .seen = made};
}

void Writer::act()
{
    const int dice = std::uniform_int_distribution(0, 99)(m_random);
    const bool mayGrow = m_ledger.size() < mostCustomers;
    if (m_ledger.size() < 5 || (dice < 20 && mayGrow))
        return create();
    if (dice < 25 && mayGrow)
        return createMany();
    auto chosen = m_ledger.begin();
    std::advance(chosen,
                 std::uniform_int_distribution<qsizetype>(0, m_ledger.size() - 1)(m_random));
    if (!chosen->isCertain)
        lookAt(chosen.key(), *chosen);
    else if (!chosen->seen)
        return; // it was never there, or is not any more
    else if (dice < 32 && mayGrow)
        remove(chosen.key(), *chosen);
    else
        update(*chosen);
}

void Writer::create()
{
    const CustomerDraft wanted = draft();
    const auto made = onBook(m_book, [&] { return m_book.create(wanted); }).wait();
    note(u"create"_s, errorOf(made));
    take(wanted, errorOf(made), made ? std::optional(*made) : std::nullopt);
}

void Writer::createMany()
{
    std::vector<CustomerDraft> wanted;
    for (int i = 0; i < 5; ++i)
        wanted.push_back(draft());
    const auto made = onBook(m_book, [&] { return m_book.bulkCreate(wanted); }).wait();
    note(u"create many"_s, errorOf(made));
    for (size_t i = 0; i < wanted.size(); ++i)
        take(wanted[i], errorOf(made), made ? std::optional((*made)[i]) : std::nullopt);
}

void Writer::update(Entry& entry)
{
    Customer wanted = *entry.seen;
    wanted.name = u"Writer %1 change %2"_s.arg(m_number).arg(++m_changes);
    const auto patch = CustomerPatch::between(*entry.seen, wanted);
    const auto saved = onBook(m_book, [&] { return m_book.update(wanted.id, patch); }).wait();
    note(u"update"_s, errorOf(saved));
    if (isUnknown(errorOf(saved))) {
        entry.isCertain = false;
        ++entry.mayBeWrites;
    } else if (saved) {
        // Nobody else writes to this row: anything but a row that was changed is a fault.
        if (saved->status != UpdateOutcome::Status::Updated)
            ++m_outcomes[u"update: WRONG, somebody else's change was seen"_s];
        ++entry.writes;
        entry.seen = saved->current;
        entry.name = wanted.name;
    }
}

void Writer::remove(const QString& email, Entry& entry)
{
    const auto removed = onBook(m_book, [&] { return m_book.remove({entry.seen->id}); }).wait();
    note(u"delete"_s, errorOf(removed));
    if (isUnknown(errorOf(removed)))
        entry.isCertain = false;
    else if (removed)
        entry = {.isThere = false, .name = email};
}

/// As a person does who was told to look before trying again.
void Writer::lookAt(const QString& email, Entry& entry)
{
    const auto found = onBook(m_book, [&] { return m_book.customerByEmail(email); }).wait();
    note(u"look"_s, errorOf(found));
    if (!found)
        return;
    entry.isThere = found->has_value();
    entry.seen = *found;
    if (*found)
        entry.name = (*found)->name;
    // On a line of its own, a write may still be under way as one looks: only what is there is
    // certain.
    entry.isCertain = found->has_value() && entry.mayBeWrites == 0;
}

} // namespace clientele::soak
