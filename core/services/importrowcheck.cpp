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

Result<RowCheck> RowCheck::make(const QStringList& columns, size_t width,
                                const QList<FieldMapping>& mapping, const FieldLimits& limits)
{
    RowCheck check;
    check.m_width = width;
    check.m_limits = limits;
    for (const FieldMapping& one : mapping) {
        std::vector<size_t>* places = nullptr;
        switch (one.field) {
        case CustomerField::Name:
            places = &check.m_name;
            break;
        case CustomerField::Email:
            places = &check.m_email;
            break;
        case CustomerField::Phone:
            places = &check.m_phone;
            break;
        case CustomerField::IsActive:
            places = &check.m_active;
            break;
        default:
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = u"This field cannot be imported."_s,
                         .subject = fieldName(one.field),
                         .code = u"import.field"_s};
        }
        for (const QString& column : one.columns) {
            const auto place = columns::find(columns, column);
            if (!place) {
                return Error{.kind = ErrorKind::InvalidInput,
                             .message = u"The file has no such column."_s,
                             .subject = column,
                             .code = u"import.column"_s};
            }
            places->push_back(size_t(*place));
        }
    }
    for (const auto& [field, places] : {std::pair(CustomerField::Name, &check.m_name),
                                        std::pair(CustomerField::Email, &check.m_email)}) {
        if (places->empty()) {
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = u"No column is chosen for this field."_s,
                         .subject = fieldName(field),
                         .code = u"import.mapping"_s};
        }
    }
    return check;
}

QString RowCheck::text(const CsvRecord& record, CustomerField field) const
{
    const std::vector<size_t>& places = field == CustomerField::Name    ? m_name
                                        : field == CustomerField::Email ? m_email
                                        : field == CustomerField::Phone ? m_phone
                                                                        : m_active;
    QString joined;
    for (const size_t place : places) {
        if (place >= record.fields.size())
            continue;
        const std::string_view cell =
            record.mayBeGuarded ? formulaguard::taken(record.fields[place]) : record.fields[place];
        const QString part = toText(cell).trimmed();
        if (!part.isEmpty() && !joined.isEmpty())
            joined += u' ';
        joined += part;
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
    case CsvRecord::Fault::None:
        if (record.fields.size() == m_width)
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
    using enum CustomerField;
    if (auto fault = checkRecord(record))
        return *std::move(fault);

    CustomerDraft draft;
    draft.name = text(record, Name);
    if (draft.name.isEmpty())
        return rejectOf(record, Name, u"blank"_s, wording::nameBlank(), draft.name);
    if (draft.name.contains(QChar(u'\0')))
        return rejectOf(record, Name, u"nul"_s, wording::nulCharacter(), draft.name);
    if (isTooLong(draft.name, m_limits.name)) {
        return rejectOf(record, Name, u"too_long"_s,
                        wording::nameTooLong(length(draft.name), m_limits.name), draft.name);
    }

    const QString typed = text(record, Email);
    const auto parsed = Email::parse(typed);
    if (const auto* refusal = std::get_if<clientele::Email::Refusal>(&parsed)) {
        Reject reject = rejectOf(record, Email, {}, wording::sentence(*refusal), typed);
        reject.code = code(refusal->fault);
        return reject;
    }
    draft.email = std::get<clientele::Email>(parsed).toString();
    if (isTooLong(draft.email, m_limits.email)) {
        return rejectOf(record, Email, u"too_long"_s,
                        wording::emailTooLong(length(draft.email), m_limits.email), typed);
    }

    draft.phone = phone::normalized(text(record, Phone));
    if (draft.phone && draft.phone->contains(QChar(u'\0')))
        return rejectOf(record, Phone, u"nul"_s, wording::nulCharacter(), *draft.phone);
    if (draft.phone && isTooLong(*draft.phone, m_limits.phone)) {
        return rejectOf(record, Phone, u"too_long"_s,
                        wording::phoneTooLong(length(*draft.phone), m_limits.phone), *draft.phone);
    }

    const QString state = text(record, IsActive);
    const auto active = state.isEmpty() ? std::optional(true) : activeFromText(state);
    if (!active)
        return rejectOf(record, IsActive, u"unknown"_s, wording::activeUnknown(), state);
    draft.isActive = *active;
    return draft;
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
    const QString word = columns::folded(text);
    const QString plain = text.trimmed().toLower();
    if (yes.contains(plain) || yes.contains(word))
        return true;
    if (no.contains(plain) || no.contains(word))
        return false;
    return std::nullopt;
}

} // namespace clientele
