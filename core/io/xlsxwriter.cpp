// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/xlsxwriter.h"

#include "core/io/writing.h"
#include "core/io/zipdirectory.h"

#include <QDir>
#include <QTemporaryFile>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <future>
#include <system_error>
#include <thread>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rowsBetweenLooks = 1000;
constexpr double microsecondsPerDay = 86'400e6;
constexpr double excelEpochDay = 25'569; // 1970-01-01, counted from 1899-12-30
constexpr double firstExcelDay = 61;     // 1900-03-01: Excel has a 29 February before it

/// Of what Excel keeps to the last digit.
constexpr qint64 mostExactNumber = 999'999'999'999'999;

double widthOf(CustomerField field)
{
    switch (field) {
    case CustomerField::Id:
    case CustomerField::IsActive:
        return 10;
    case CustomerField::Name:
    case CustomerField::Email:
        return 32;
    case CustomerField::Phone:
    case CustomerField::CreatedAt:
    case CustomerField::UpdatedAt:
        return 20;
    }
    return 10;
}

bool isForLackOfRoom(int why)
{
#ifdef EDQUOT // Windows tells a quota as a full disk
    if (why == EDQUOT)
        return true;
#endif
    return why == ENOSPC || why == EFBIG;
}

} // namespace

/// The library's book, and the file that it will be packed into. Both end with it.
struct XlsxWriter::Book
{
    Q_DISABLE_COPY_MOVE(Book)

    struct Sheet
    {
        lxw_worksheet* sheet = nullptr;
        qint64 bytes = 0; ///< of its rows, before they are packed
    };

    Book() = default;
    ~Book()
    {
        if (workbook)
            lxw_workbook_free(workbook);
        if (!file.isEmpty())
            QFile::remove(file);
    }

    QString file;
    QByteArray folder; ///< the library keeps no copy
    lxw_workbook* workbook = nullptr;
    lxw_format* bold = nullptr;
    lxw_format* moment = nullptr;
    std::vector<Sheet> sheets;
};

XlsxWriter::XlsxWriter(const WriterPlace& place, const QList<CustomerField>& columns,
                       int rowsPerSheet)
    : m_place(place), m_columns(columns), m_rowsPerSheet(rowsPerSheet)
{}

XlsxWriter::~XlsxWriter() = default;

Result<> XlsxWriter::open()
{
    const QDir folder(m_place.folder.isEmpty() ? QDir::tempPath() : m_place.folder);
    QTemporaryFile file(folder.filePath(u".clientele-XXXXXX.xlsx"_s));
    file.setAutoRemove(false);
    if (!file.open())
        return writeError(file);
    m_book = std::make_shared<Book>();
    m_book->file = file.fileName();
    m_book->folder = QFile::encodeName(folder.absolutePath());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_book->folder.data();
    m_book->workbook = workbook_new_opt(QFile::encodeName(m_book->file).constData(), &options);
    if (!m_book->workbook)
        return failure();
    m_book->bold = workbook_add_format(m_book->workbook);
    format_set_bold(m_book->bold);
    m_book->moment = workbook_add_format(m_book->workbook);
    format_set_num_format(m_book->moment, "yyyy-mm-dd hh:mm:ss");
    return addSheet();
}

Result<> XlsxWriter::addSheet()
{
    std::string name = "Customers";
    if (!m_book->sheets.empty())
        name += ' ' + std::to_string(m_book->sheets.size() + 1);
    lxw_worksheet* sheet = workbook_add_worksheet(m_book->workbook, name.c_str());
    if (!sheet || !sheet->file)
        return failure();
    m_book->sheets.push_back({.sheet = sheet});
    for (int column = 0; column < m_columns.size(); ++column) {
        const auto place = lxw_col_t(column);
        worksheet_set_column(sheet, place, place, widthOf(m_columns[column]), nullptr);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (int column = 0; column < m_columns.size(); ++column) {
        worksheet_write_string(sheet, 0, lxw_col_t(column),
                               fieldName(m_columns[column]).toUtf8().constData(), m_book->bold);
    }
    m_row = 1;
    return {};
}

Result<> XlsxWriter::write(const CustomerCells& cells)
{
    if (!m_book) {
        if (auto opened = open(); !opened)
            return opened;
    }
    if (m_row >= m_rowsPerSheet) {
        if (auto added = addSheet(); !added)
            return added;
    }
    for (int column = 0; column < m_columns.size(); ++column) {
        const CustomerField field = m_columns[column];
        if (auto written = writeCell(field, column, cellOf(cells, field)); !written)
            return written;
    }
    ++m_row;
    // The library does not look whether its temporary files take what it writes.
    if (m_row % rowsBetweenLooks == 0 && std::ferror(m_book->sheets.back().sheet->file))
        return failure();
    return {};
}

Result<> XlsxWriter::writeCell(CustomerField field, int column, std::string_view cell)
{
    if (cell.empty())
        return {};
    lxw_worksheet* sheet = m_book->sheets.back().sheet;
    const auto row = lxw_row_t(m_row);
    const auto place = lxw_col_t(column);
    if (field == CustomerField::IsActive) {
        worksheet_write_boolean(sheet, row, place, cell == "true" ? 1 : 0, nullptr);
        return {};
    }
    if (field == CustomerField::Id) {
        qint64 number = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), number);
        if (std::abs(number) <= mostExactNumber) {
            worksheet_write_number(sheet, row, place, double(number), nullptr);
            return {};
        }
    }
    if (field == CustomerField::CreatedAt || field == CustomerField::UpdatedAt) {
        const auto moment = Timestamp::fromPlainText(cell);
        const double day =
            moment ? excelEpochDay + double(moment->microseconds) / microsecondsPerDay : 0;
        if (day >= firstExcelDay) {
            worksheet_write_number(sheet, row, place, day, m_book->moment);
            return {};
        }
    }
    m_text = cell;
    // What XML cannot hold.
    std::ranges::replace(m_text, '\0', ' ');
    for (size_t at = 0; (at = m_text.find("\xef\xbf", at)) != std::string::npos; at += 2) {
        if (at + 2 < m_text.size() && (m_text[at + 2] == '\xbe' || m_text[at + 2] == '\xbf'))
            m_text[at + 2] = '\xbd';
    }
    if (worksheet_write_string(sheet, row, place, m_text.c_str(), nullptr) ==
        LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
        return Error{.kind = ErrorKind::Unsupported,
                     .message = u"A text is longer than the 32,767 characters that a cell takes."_s,
                     .subject = fieldName(field),
                     .code = u"export.cell_too_long"_s};
    }
    return {};
}

Result<> XlsxWriter::finish()
{
    if (!m_book) {
        if (auto opened = open(); !opened)
            return opened;
    }
    for (Book::Sheet& sheet : m_book->sheets) {
        FILE* rows = sheet.sheet->optimize_tmpfile;
        if (std::fflush(rows) != 0 || std::ferror(rows))
            return failure();
        sheet.bytes = std::ftell(rows);
    }
    for (const auto step : {&XlsxWriter::pack, &XlsxWriter::check, &XlsxWriter::copy}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

/// In a thread of its own, which is left to itself where nobody waits any more: nothing ends it.
Result<> XlsxWriter::pack()
{
    std::packaged_task<lxw_error()> task(
        [book = m_book] { return workbook_close(std::exchange(book->workbook, nullptr)); });
    auto packed = task.get_future();
    std::thread(std::move(task)).detach();
    while (packed.wait_for(50ms) != std::future_status::ready) {
        if (m_place.cancellation && m_place.cancellation->isCancelled()) {
            QFile::remove(m_book->file);
            return Error{.kind = ErrorKind::Cancelled};
        }
    }
    return packed.get() == LXW_NO_ERROR ? Result<>() : failure();
}

/// The library does not look whether the disk took what it copied.
Result<> XlsxWriter::check()
{
    QFile file(m_book->file);
    if (!file.open(QIODevice::ReadOnly))
        return writeError(file);
    const auto sizes = zipSizes(file);
    for (size_t i = 0; i < m_book->sheets.size(); ++i) {
        const QByteArray name =
            "xl/worksheets/sheet" + QByteArray::number(qulonglong(i) + 1) + ".xml";
        if (sizes.value(name) < m_book->sheets[i].bytes) {
            return Error{.kind = ErrorKind::StorageFull,
                         .message = u"Not all rows could be packed."_s,
                         .subject = m_place.folder};
        }
    }
    return {};
}

Result<> XlsxWriter::copy()
{
    QFile file(m_book->file);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return writeError(file);
    while (!file.atEnd()) {
        const QByteArray part = file.read(qint64(writeBufferBytes));
        if (part.isEmpty())
            return writeError(file);
        if (auto written = writeAll(m_place.device, {part.constData(), size_t(part.size())});
            !written)
            return written;
    }
    return {};
}

/// By what the system said last, for the library says little.
Error XlsxWriter::failure() const
{
    const int why = errno;
    return {.kind = isForLackOfRoom(why) ? ErrorKind::StorageFull : ErrorKind::File,
            .message = QString::fromLocal8Bit(std::generic_category().message(why)),
            .subject = m_place.folder,
            .code = u"file.write"_s};
}

} // namespace clientele
