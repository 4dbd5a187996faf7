// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importpreview.h"

#include "core/background.h"
#include "core/db/emaillookup.h"
#include "core/domain/email.h"
#include "core/io/columnmatcher.h"
#include "core/io/csvsniffer.h"
#include "core/services/book.h"
#include "core/services/bookengine.h"
#include "core/services/importinput.h"
#include "core/services/importrowcheck.h"
#include "core/services/importsource.h"
#include "core/services/importwording.h"

#include <QHash>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t shownRows = 100;
constexpr size_t checkedRows = 1000;

struct CheckedRow
{
    PreviewRow shown;
    std::optional<CustomerDraft> draft; ///< unset where the row is rejected
};

Result<CsvFormat> findFormat(const QString& name)
{
    const auto input = ImportInput::open(name, std::make_shared<Cancellation>());
    if (!input)
        return input.error();
    QIODevice& device = input->device();
    QByteArray head;
    qint64 got = 1;
    while (head.size() < sniffer::headBytes && got > 0) {
        const qsizetype before = head.size();
        head.resize(sniffer::headBytes);
        got = device.read(head.data() + before, sniffer::headBytes - before);
        head.resize(before + std::max<qint64>(got, 0));
    }
    // What is damaged is told once the rows before it are read, unless there are none.
    if (got < 0 && head.isEmpty())
        return Error{.kind = ErrorKind::File,
                     .message = device.errorString(),
                     .subject = name,
                     .code = u"file.read"_s};
    const auto sniffed = sniffer::sniff(head, got == 0);
    if (!sniffed) {
        Error problem = sniffed.error();
        problem.subject = name;
        return problem;
    }
    return sniffed->format;
}

QStringList fieldsOf(const CsvRecord& record)
{
    QStringList fields;
    for (const std::string_view field : record.fields)
        fields.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
    return fields;
}

QList<CustomerField> overriddenIn(const ImportPlan& plan, qint64 line)
{
    QList<CustomerField> fields;
    for (const CellOverride& one : plan.overrides) {
        if (one.line == line)
            fields.append(one.field);
    }
    return fields;
}

CheckedRow checkRow(const RowCheck& check, const ImportPlan& plan, const CsvRecord& record)
{
    CheckedRow row;
    row.shown = {.line = record.line,
                 .name = check.text(record, CustomerField::Name),
                 .email = check.text(record, CustomerField::Email),
                 .phone = check.text(record, CustomerField::Phone),
                 .active = check.text(record, CustomerField::IsActive),
                 .created = check.text(record, CustomerField::CreatedAt),
                 .overridden = overriddenIn(plan, record.line)};
    auto checked = check.check(record);
    if (auto* reject = std::get_if<Reject>(&checked)) {
        row.shown.fate = PreviewRow::Fate::Reject;
        row.shown.problem = std::move(*reject);
    } else {
        row.draft = std::get<CustomerDraft>(std::move(checked));
        row.shown.email = row.draft->email;
        row.shown.createdAt = row.draft->createdAt;
    }
    return row;
}

std::optional<RowCheck> makeCheck(const ImportSource& source, const ImportPlan& plan,
                                  const CustomerTable& table)
{
    auto check = RowCheck::make(
        source.columns(), source.width(), plan,
        {.name = table.nameLimit, .email = table.emailLimit, .phone = table.phoneLimit});
    // Until a person has chosen the columns there is nothing to check.
    return check ? std::optional(*std::move(check)) : std::nullopt;
}

/// How the moments of @p mapping are written in @p rows.
FoundMoments momentsIn(const std::vector<QStringList>& rows, const QStringList& header,
                       const FieldMapping& mapping)
{
    QList<qsizetype> places;
    for (const QString& column : mapping.columns) {
        if (const auto place = columns::find(header, column))
            places.append(*place);
    }
    QStringList values;
    for (const QStringList& row : rows) {
        QStringList parts;
        for (const qsizetype place : std::as_const(places))
            parts.append(row.value(place));
        values.append(parts.join(mapping.separator));
    }
    return findMoments(values);
}

/// Fills in how dates are written. A column that was found by its name alone and holds none is let
/// go.
void findMomentsOf(const PreviewRequest& request, const std::vector<QStringList>& rows,
                   ImportPreview& preview)
{
    const auto created =
        std::ranges::find(preview.mapping, CustomerField::CreatedAt, &FieldMapping::field);
    if (created == preview.mapping.end() || created->columns.isEmpty())
        return;
    preview.moments = momentsIn(rows, preview.columns, *created);
    if (request.findsMapping && preview.moments.format.isEmpty() &&
        !preview.moments.unread.isEmpty())
        preview.mapping.erase(created);
    else if (request.findsMapping || request.findsMoments)
        created->dateFormat = preview.moments.format;
}

/// The rows that everything is found from.
std::vector<QStringList> readHead(ImportSource& source)
{
    std::vector<QStringList> rows;
    while (rows.size() < checkedRows) {
        const CsvRecord* record = source.next();
        if (!record)
            break;
        QStringList fields = fieldsOf(*record);
        if (source.width() > size_t(source.columns().size()))
            fields = fields.mid(0, source.columns().size());
        rows.push_back(std::move(fields));
    }
    return rows;
}

/// Fills in all that the file itself says; the rows are checked but for duplicates.
std::vector<CheckedRow> readFile(const PreviewRequest& request, const CustomerTable& table,
                                 ImportPreview& preview)
{
    const QString& file = request.plan.file;
    const auto format =
        request.findsFormat ? findFormat(file) : Result<CsvFormat>(request.plan.format);
    if (!format) {
        preview.problem = format.error();
        return {};
    }
    preview.format = *format;
    auto opened = ImportSource::open(file, *format, std::make_shared<Cancellation>());
    if (!opened) {
        preview.problem = opened.error();
        return {};
    }
    preview.fileSize = (*opened)->bytesTotal();
    preview.columns = (*opened)->columns();

    // Without a header the columns are known by what is in them, so the first rows are read twice.
    const auto head = readHead(**opened);
    preview.rows.assign(head.begin(), head.begin() + qsizetype(std::min(head.size(), shownRows)));
    if (!request.findsMapping)
        preview.mapping = request.plan.mapping;
    else if (format->hasHeader)
        preview.mapping = columns::match(preview.columns);
    else
        preview.mapping = columns::matchByContent(preview.rows);
    findMomentsOf(request, head, preview);

    ImportPlan plan = request.plan;
    plan.mapping = preview.mapping;
    std::vector<CheckedRow> rows;
    const auto check = makeCheck(**opened, plan, table);
    auto again = ImportSource::open(file, *format, std::make_shared<Cancellation>());
    if (!again) {
        preview.problem = again.error();
        return {};
    }
    for (size_t seen = 0; seen < checkedRows; ++seen) {
        const CsvRecord* record = (*again)->next();
        if (!record) {
            preview.wholeFile = !(*again)->error();
            preview.problem = (*again)->error();
            break;
        }
        if (check)
            rows.push_back(checkRow(*check, plan, *record));
    }
    return rows;
}

/// Plays an import through, row by row, on what is known of the customers in the book.
class Rehearsal final
{
public:
    Rehearsal(QHash<QString, Customer> taken, bool exactCase, const ImportPlan& plan)
        : m_exactCase(exactCase), m_plan(plan)
    {
        for (const Customer& customer : std::as_const(taken))
            m_known.insert(keyOf(customer.email), {.customer = customer, .line = 0});
    }

    void play(CheckedRow& row)
    {
        if (!row.draft)
            return;
        const auto found = m_known.find(keyOf(row.draft->email));
        if (found == m_known.end()) {
            m_known.insert(keyOf(row.draft->email), {.customer = {.name = row.draft->name,
                                                                  .email = row.draft->email,
                                                                  .phone = row.draft->phone,
                                                                  .isActive = row.draft->isActive},
                                                     .line = row.shown.line});
            return;
        }
        row.shown.problem = problemOf(row, *found);
        switch (m_plan.onDuplicate) {
        case DuplicatePolicy::Skip:
            row.shown.fate = PreviewRow::Fate::Skip;
            break;
        case DuplicatePolicy::Reject:
            row.shown.fate = PreviewRow::Fate::Reject;
            break;
        case DuplicatePolicy::Update:
            update(row, found->customer);
            break;
        }
    }

private:
    struct Known
    {
        Customer customer;
        qint64 line = 0; ///< of the file, or 0 where it is in the book
    };

    [[nodiscard]] QString keyOf(const QString& email) const
    {
        return m_exactCase ? email : Email::comparisonKey(email);
    }

    [[nodiscard]] static Reject problemOf(const CheckedRow& row, const Known& known)
    {
        const bool inFile = known.line > 0;
        return {.line = row.shown.line,
                .column = u"email"_s,
                .code = inFile ? u"duplicate.file"_s : u"duplicate.database"_s,
                .reason = inFile ? wording::duplicateInFile(known.line)
                                 : wording::duplicateInBook(known.customer.id, known.customer.name),
                .value = row.draft->email};
    }

    [[nodiscard]] bool writes(CustomerField field) const
    {
        const bool mapped =
            std::ranges::find(m_plan.mapping, field, &FieldMapping::field) != m_plan.mapping.end();
        return mapped && (!m_plan.updatedFields || m_plan.updatedFields->contains(field));
    }

    /// As BulkWriter does it: an empty field of the file keeps what is there, unless it clears it.
    void update(CheckedRow& row, Customer& customer) const
    {
        const CustomerDraft& draft = *row.draft;
        const Customer before = customer;
        if (writes(CustomerField::Name))
            customer.name = draft.name;
        const bool clears = m_plan.clearedFields.contains(CustomerField::Phone);
        if (writes(CustomerField::Phone) && (draft.phone || clears))
            customer.phone = draft.phone;
        if (writes(CustomerField::IsActive) && !draft.keepsActive)
            customer.isActive = draft.isActive;
        const bool changed = customer != before;
        row.shown.fate = changed ? PreviewRow::Fate::Update : PreviewRow::Fate::Unchanged;
        if (changed)
            row.shown.before = before;
    }

    bool m_exactCase;
    const ImportPlan& m_plan;
    QHash<QString, Known> m_known;
};

Result<QHash<QString, Customer>> findTaken(BookEngine& engine, const CustomerTable& table,
                                           const std::vector<CheckedRow>& rows,
                                           Cancellation& cancellation)
{
    QStringList emails;
    for (const CheckedRow& row : rows) {
        if (row.draft)
            emails.append(row.draft->email);
    }
    if (emails.isEmpty() || table.state != SchemaState::Ready)
        return QHash<QString, Customer>();
    auto asked =
        engine.executor().run(Lane::Interactive, Access::Read, [emails, table](Session& session) {
            return findByEmails(session, table, emails);
        });
    if (!cancellation.setHook([asked]() mutable { asked.cancel(); }))
        asked.cancel();
    const auto found = asked.wait();
    cancellation.setHook({});
    if (!found)
        return found.error();
    QHash<QString, Customer> taken;
    for (const Customer& customer : *found)
        taken.insert(Email::comparisonKey(customer.email), customer);
    return taken;
}

Result<ImportPreview> preview(BookEngine& engine, const PreviewRequest& request,
                              Cancellation& cancellation)
{
    const auto table = engine.table();
    ImportPreview preview;
    auto rows = readFile(request, *table, preview);
    auto taken = findTaken(engine, *table, rows, cancellation);
    if (!taken)
        return taken.error();
    ImportPlan plan = request.plan;
    plan.mapping = preview.mapping;
    const bool exactCase = table->emailUnique && !table->foldedEmailIndexed;
    Rehearsal rehearsal(*std::move(taken), exactCase, plan);
    for (CheckedRow& row : rows) {
        rehearsal.play(row);
        preview.checked.push_back(std::move(row.shown));
    }
    return preview;
}

} // namespace

Task<ImportPreview> previewImport(Book& book, const PreviewRequest& request)
{
    return runInBackground<ImportPreview>(
        [engine = book.engine(), request](Cancellation& cancellation) {
            return preview(*engine, request, cancellation);
        });
}

Task<ImportPreview> previewImport(Book& book, const QString& file, std::optional<CsvFormat> format,
                                  std::optional<QList<FieldMapping>> mapping,
                                  DuplicatePolicy onDuplicate)
{
    return previewImport(book, {.plan = {.file = file,
                                         .format = format.value_or(CsvFormat()),
                                         .mapping = mapping.value_or(QList<FieldMapping>()),
                                         .onDuplicate = onDuplicate},
                                .findsFormat = !format,
                                .findsMapping = !mapping,
                                .findsMoments = false});
}

} // namespace clientele
