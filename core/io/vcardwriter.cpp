// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/vcardwriter.h"

#include "core/domain/phone.h"
#include "core/io/writing.h"

#include <QUuid>

#include <algorithm>

namespace clientele {

namespace {

constexpr size_t lineOctets = 75;

/// A value of type text (section 3.4): line breaks are \n, other controls cannot stand in it.
std::string escaped(std::string_view text)
{
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n' || (c == '\r' && !text.substr(i + 1).starts_with('\n'))) {
            result += "\\n";
        } else if (c == '\r') {
            continue;
        } else if (c == '\\' || c == ',' || c == ';') {
            result += '\\';
            result += c;
        } else {
            result += (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f' ? ' ' : c;
        }
    }
    return result;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "20260302T102030Z" of "2026-03-02T10:20:30.123456+00:00".
std::string basicMoment(std::string_view iso)
{
    std::string result(iso.substr(0, iso.find('.')));
    result.resize(std::min(result.size(), result.find('+')));
    std::erase_if(result, [](char c) { return c == '-' || c == ':'; });
    return result + 'Z';
}

std::string identifier(const CustomerCells& cells)
{
    static const QUuid book(u"5d1a1bb5-5d3b-4d0f-9a33-5a5b7a0f5b0e");
    const auto id = cellOf(cells, CustomerField::Id);
    const auto created = cellOf(cells, CustomerField::CreatedAt);
    QByteArray name(id.data(), qsizetype(id.size()));
    name += ' ';
    name.append(created.data(), qsizetype(created.size()));
    return QUuid::createUuidV5(book, name).toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

std::string VCardWriter::telephoneUri(std::string_view phone)
{
    if (!phone.starts_with('+'))
        return {};
    const size_t end = std::min(phone.find_first_not_of("0123456789 -.()", 1), phone.size());
    std::string uri = "tel:+";
    for (const char c : phone.substr(1, end - 1)) {
        // A URI has no blanks; and a separator is enough.
        if (c != ' ')
            uri += c;
        else if (isDigit(uri.back()))
            uri += '-';
    }
    while (!isDigit(uri.back()) && uri.back() != ')' && uri.size() > 5)
        uri.pop_back();
    if (!std::ranges::any_of(uri, isDigit))
        return {};
    if (end == phone.size())
        return uri;
    const std::string_view extension = phone::extension(phone.substr(end));
    return extension.empty() ? std::string() : uri + ";ext=" + std::string(extension);
}

Result<> VCardWriter::write(const CustomerCells& cells)
{
    using enum CustomerField;
    const std::string_view name = cellOf(cells, Name);
    const std::string_view email = cellOf(cells, Email);
    const std::string_view phone = cellOf(cells, Phone);
    m_buffer += "BEGIN:VCARD\r\nVERSION:4.0\r\n";
    appendLine("UID:urn:uuid:" + identifier(cells));
    appendLine("FN:" + escaped(name.empty() ? email : name)); // must be there
    if (!email.empty())
        appendLine("EMAIL:" + escaped(email));
    if (const std::string uri = telephoneUri(phone); !uri.empty())
        appendLine("TEL;VALUE=uri:" + uri);
    else if (!phone.empty())
        appendLine("TEL;VALUE=text:" + escaped(phone));
    if (const auto updated = cellOf(cells, UpdatedAt); !updated.empty())
        appendLine("REV:" + basicMoment(updated));
    m_buffer += "END:VCARD\r\n";
    return m_buffer.size() < writeBufferBytes ? Result<>() : finish();
}

void VCardWriter::appendLine(std::string_view line)
{
    size_t room = lineOctets;
    while (line.size() > room) {
        size_t cut = room;
        while (cut > 1 && (static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80)
            --cut; // not within a character
        m_buffer += line.substr(0, cut);
        m_buffer += "\r\n ";
        line.remove_prefix(cut);
        room = lineOctets - 1; // the blank counts
    }
    m_buffer += line;
    m_buffer += "\r\n";
}

Result<> VCardWriter::finish()
{
    auto written = writeAll(m_device, m_buffer);
    m_buffer.clear();
    return written;
}

} // namespace clientele
