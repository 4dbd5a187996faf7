// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importrowcheck.h"

#include "core/domain/email.h"
#include "core/domain/phone.h"
#include "core/io/columnmatcher.h"
#include "core/io/formulaguard.h"
#include "core/services/importwording.h"

#include <QSet>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownValue = 200;

QString toText(std::string_view field)
{
    return QString::fromUtf8(field.data(), qsizetype(field.size()));
}

// Characters as a database counts them, which is not UTF-16's way.
qsizetype length(const QString& text)
{
    qsizetype count = text.size();
    for (const QChar c : text)
        count -= c.isLowSurrogate() ? 1 : 0;
    return count;
}

bool isTooLong(const QString& text, int limit)
{
    return limit > 0 && text.size() > limit && length(text) > limit;
}

Reject rejectOf(const CsvRecord& record, CustomerField field, const QString& fault,
                const QString& reason, const QString& value)
{
    return {.line = record.line,
            .column = fieldName(field),
            .code = fieldName(field) + u'.' + fault,
            .reason = reason,
            .value = value.left(shownValue)};
}

} // namespace

Result<RowCheck> RowCheck::make(const QStringList& columns, size_t width, const ImportPlan& plan,
                                const FieldLimits& limits)
{
    RowCheck check;
    check.m_width = width;
    check.m_limits = limits;
    check.m_toTheLetter = columns::areOurExports(columns);
    for (const FieldMapping& mapping : plan.mapping) {
        if (auto fault = check.map(columns, mapping))
            return *std::move(fault);
    }
    for (const CustomerField field : {CustomerField::Name, CustomerField::Email}) {
        if (!check.isMapped(field)) {
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = u"No column is chosen for this field."_s,
                         .subject = fieldName(field),
                         .code = u"import.mapping"_s};
        }
    }
    for (const QString& text : plan.nullTexts)
        check.m_nullTexts.insert(text.trimmed().toLower());
    for (const CellOverride& one : plan.overrides)
        check.m_overrides[one.line].insert(one.field, one.value);
    return check;
}

std::optional<Error> RowCheck::map(const QStringList& columns, const FieldMapping& mapping)
{
    if (mapping.field == CustomerField::Id || mapping.field == CustomerField::UpdatedAt) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"This field cannot be imported."_s,
                     .subject = fieldName(mapping.field),
                     .code = u"import.field"_s};
    }
    if (mapping.field == CustomerField::CreatedAt) {
        const auto reader = MomentReader::make(mapping.dateFormat);
        if (!reader) {
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = u"Dates cannot be read this way."_s,
                         .subject = mapping.dateFormat,
                         .code = u"import.date"_s};
        }
        m_moments = *reader;
        m_momentFormat = mapping.dateFormat;
    }
    Source& source = m_sources.at(size_t(mapping.field));
    source.separator = mapping.separator;
    source.constant = mapping.constant;
    for (const QString& column : mapping.columns) {
        const auto place = columns::find(columns, column);
        if (!place) {
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = u"The file has no such column."_s,
                         .subject = column,
                         .code = u"import.column"_s};
        }
        source.places.push_back(size_t(*place));
    }
    return std::nullopt;
}

bool RowCheck::isMapped(CustomerField field) const
{
    return source(field).constant || !source(field).places.empty();
}

RowCheck::Value RowCheck::cell(const CsvRecord& record, size_t place) const
{
    if (place >= record.fields.size() || !record.fields[place].data())
        return {};
    const std::string_view field = record.fields[place];
    QString text = toText(record.mayBeGuarded ? formulaguard::taken(field) : field);
    if (!m_toTheLetter)
        text = std::move(text).trimmed();
    if (!m_nullTexts.isEmpty() && m_nullTexts.contains(text.trimmed().toLower()))
        return {};
    return {.text = std::move(text), .isThere = true};
}

RowCheck::Value RowCheck::valueOf(const CsvRecord& record, CustomerField field) const
{
    if (!m_overrides.isEmpty()) {
        const auto row = m_overrides.constFind(record.line);
        if (row != m_overrides.constEnd() && row->contains(field)) {
            const QString text = row->value(field).trimmed();
            return {.text = text, .isThere = !text.isEmpty()};
        }
    }
    const Source& source = this->source(field);
    if (source.constant)
        return {.text = *source.constant, .isThere = !source.constant->isEmpty()};
    if (source.places.size() == 1)
        return cell(record, source.places.front());
    Value joined;
    for (const size_t place : source.places) {
        const Value part = cell(record, place);
        if (!part.text.isEmpty() && !joined.text.isEmpty())
            joined.text += source.separator;
        joined.text += part.text;
        joined.isThere |= part.isThere;
    }
    return joined;
}

std::optional<Reject> RowCheck::checkRecord(const CsvRecord& record) const
{
    QString code;
    QString reason;
    switch (record.fault) {
    case CsvRecord::Fault::UnclosedQuote:
        code = u"fields.unclosed_quote"_s;
        reason = wording::unclosedQuote(record.faultLine);
        break;
    case CsvRecord::Fault::Undecodable:
        code = u"fields.undecodable"_s;
        reason = wording::undecodable();
        break;
    case CsvRecord::Fault::TooLong:
        code = u"fields.too_long"_s;
        reason = wording::rowTooLong();
        break;
    case CsvRecord::Fault::NulByte:
        code = u"fields.nul"_s;
        reason = wording::nulCharacter();
        break;
    case CsvRecord::Fault::Malformed:
        code = u"fields.malformed"_s;
        reason = wording::malformedJson(record.faultLine, record.detail);
        break;
    case CsvRecord::Fault::UnknownKey:
        code = u"fields.unknown_key"_s;
        reason = wording::unknownKey(toText(record.detail));
        break;
    case CsvRecord::Fault::None:
        // Who mended a row by hand has seen what becomes of it.
        if (record.fields.size() == m_width || m_overrides.contains(record.line))
            return std::nullopt;
        code = u"fields.count"_s;
        reason = wording::fieldCount(record.fields.size(), m_width);
        break;
    }
    QStringList shown;
    for (const std::string_view field :
         record.fields.first(std::min<size_t>(record.fields.size(), 20)))
        shown.append(toText(field.substr(0, shownValue)));
    return Reject{.line = record.line,
                  .column = u"fields"_s,
                  .code = code,
                  .reason = reason,
                  .value = shown.join(u", "_s).left(shownValue)};
}

std::variant<CustomerDraft, Reject> RowCheck::check(const CsvRecord& record) const
{
    if (auto fault = checkRecord(record))
        return *std::move(fault);
    CustomerDraft draft;
    if (auto fault = takeName(record, draft))
        return *std::move(fault);
    if (auto fault = takeEmail(record, draft))
        return *std::move(fault);
    if (auto fault = takePhone(record, draft))
        return *std::move(fault);
    if (auto fault = takeActive(record, draft))
        return *std::move(fault);
    if (auto fault = takeCreated(record, draft))
        return *std::move(fault);
    return draft;
}

std::optional<Reject> RowCheck::takeName(const CsvRecord& record, CustomerDraft& draft) const
{
    using enum CustomerField;
    draft.name = text(record, Name);
    if (draft.name.isEmpty() || (m_toTheLetter && draft.name.trimmed().isEmpty()))
        return rejectOf(record, Name, u"blank"_s, wording::nameBlank(), draft.name);
    if (draft.name.contains(QChar(u'\0')))
        return rejectOf(record, Name, u"nul"_s, wording::nulCharacter(), draft.name);
    if (isTooLong(draft.name, m_limits.name)) {
        return rejectOf(record, Name, u"too_long"_s,
                        wording::nameTooLong(length(draft.name), m_limits.name), draft.name);
    }
    return std::nullopt;
}

std::optional<Reject> RowCheck::takeEmail(const CsvRecord& record, CustomerDraft& draft) const
{
    using enum CustomerField;
    const QString typed = text(record, Email);
    const auto parsed = clientele::Email::parse(typed);
    if (const auto* refusal = std::get_if<clientele::Email::Refusal>(&parsed)) {
        Reject reject = rejectOf(record, Email, {}, wording::sentence(*refusal), typed);
        reject.code = code(refusal->fault);
        return reject;
    }
    draft.email = m_toTheLetter ? typed : std::get<clientele::Email>(parsed).toString();
    if (isTooLong(draft.email, m_limits.email)) {
        return rejectOf(record, Email, u"too_long"_s,
                        wording::emailTooLong(length(draft.email), m_limits.email), typed);
    }
    return std::nullopt;
}

std::optional<Reject> RowCheck::takePhone(const CsvRecord& record, CustomerDraft& draft) const
{
    using enum CustomerField;
    if (!isMapped(Phone) && m_overrides.isEmpty())
        return std::nullopt;
    Value typed = valueOf(record, Phone);
    if (m_toTheLetter)
        draft.phone = typed.isThere ? std::optional(std::move(typed.text)) : std::nullopt;
    else
        draft.phone = phone::normalized(typed.text);
    if (draft.phone && draft.phone->contains(QChar(u'\0')))
        return rejectOf(record, Phone, u"nul"_s, wording::nulCharacter(), *draft.phone);
    if (draft.phone && isTooLong(*draft.phone, m_limits.phone)) {
        return rejectOf(record, Phone, u"too_long"_s,
                        wording::phoneTooLong(length(*draft.phone), m_limits.phone), *draft.phone);
    }
    return std::nullopt;
}

std::optional<Reject> RowCheck::takeActive(const CsvRecord& record, CustomerDraft& draft) const
{
    if (!isMapped(CustomerField::IsActive))
        return std::nullopt;
    const QString state = text(record, CustomerField::IsActive).trimmed();
    draft.keepsActive = state.isEmpty();
    if (state.isEmpty())
        return std::nullopt;
    const auto active = activeFromText(state);
    if (!active) {
        return rejectOf(record, CustomerField::IsActive, u"unknown"_s, wording::activeUnknown(),
                        state);
    }
    draft.isActive = *active;
    return std::nullopt;
}

std::optional<Reject> RowCheck::takeCreated(const CsvRecord& record, CustomerDraft& draft) const
{
    if (!isMapped(CustomerField::CreatedAt))
        return std::nullopt;
    const QString when = text(record, CustomerField::CreatedAt).trimmed();
    if (when.isEmpty())
        return std::nullopt;
    draft.createdAt = m_moments.read(when);
    if (!draft.createdAt) {
        return rejectOf(record, CustomerField::CreatedAt, u"unreadable"_s,
                        wording::createdUnreadable(m_momentFormat), when);
    }
    return std::nullopt;
}

std::optional<bool> activeFromText(const QString& text)
{
    static const QSet<QString> yes = {
        u"1"_s,       u"t"_s,    u"true"_s,    u"y"_s,      u"yes"_s,     u"on"_s,   u"active"_s,
        u"enabled"_s, u"x"_s,    u"ja"_s,      u"aktiv"_s,  u"wahr"_s,    u"oui"_s,  u"vrai"_s,
        u"actif"_s,   u"si"_s,   u"activo"_s,  u"attivo"_s, u"vero"_s,    u"sim"_s,  u"ativo"_s,
        u"actief"_s,  u"tak"_s,  u"aktywny"_s, u"да"_s,     u"активен"_s, u"evet"_s, u"aktif"_s,
        u"是"_s,      u"有效"_s, u"はい"_s,    u"有効"_s};
    static const QSet<QString> no = {
        u"0"_s,         u"f"_s,        u"false"_s,    u"n"_s,        u"no"_s,         u"off"_s,
        u"inactive"_s,  u"disabled"_s, u"nein"_s,     u"inaktiv"_s,  u"falsch"_s,     u"non"_s,
        u"faux"_s,      u"inactif"_s,  u"inactivo"_s, u"inattivo"_s, u"falso"_s,      u"nao"_s,
        u"inativo"_s,   u"nee"_s,      u"inactief"_s, u"nie"_s,      u"nieaktywny"_s, u"нет"_s,
        u"неактивен"_s, u"hayır"_s,    u"hayir"_s,    u"pasif"_s,    u"否"_s,         u"无效"_s,
        u"いいえ"_s,    u"無効"_s};
    const auto meaning = [](const QString& word) -> std::optional<bool> {
        if (yes.contains(word))
            return true;
        return no.contains(word) ? std::optional(false) : std::nullopt;
    };
    // Folding is dear, and what most files write needs none.
    const auto plain = meaning(text.trimmed().toLower());
    return plain ? plain : meaning(columns::folded(text));
}

} // namespace clientele
