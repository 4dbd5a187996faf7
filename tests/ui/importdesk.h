// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"
#include "core/services/importjob.h"
#include "ui/common/jsonstore.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/jobs.h"
#include "ui/importing/previewmodel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace clientele::testing {

using namespace Qt::StringLiterals;

/// A book in a folder of its own, and import dialogs on it: what their tests are told with.
class ImportDesk
{
protected:
    void begin(const ConnectionSettings& settings = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_jobs = std::make_unique<Jobs>();
        ConnectionSettings book = settings;
        if (book.engine == Engine::Sqlite && book.file.isEmpty())
            book.file = m_folder->filePath(u"book.db"_s);
        m_book = std::make_unique<Book>(book, QString());
        QVERIFY(m_book->open().wait());
    }

    void end()
    {
        m_jobs.reset();
        m_book.reset();
    }

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }

    std::unique_ptr<ImportDialog> open(const QString& file)
    {
        auto dialog = std::make_unique<ImportDialog>(*m_book, file);
        QObject::connect(dialog.get(), &ImportDialog::started, m_jobs.get(), &Jobs::add);
        dialog->show();
        return dialog;
    }

    static QAbstractButton* button(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QAbstractButton*>(name);
    }

    static QString text(const QWidget& parent, const QString& name)
    {
        const auto* label = parent.findChild<QLabel*>(name);
        return label && label->isVisible() ? label->text() : QString();
    }

    /// The text of a message bar, or nothing where it is hidden.
    static QString message(const QWidget& parent, const QString& name)
    {
        const auto* bar = parent.findChild<QWidget*>(name);
        return bar && bar->isVisible() ? text(*bar, u"messageText"_s) : QString();
    }

    static int rows(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QTableView*>(name)->model()->rowCount();
    }

    static void choose(QWidget& parent, const QString& field, const QString& column)
    {
        auto* box =
            parent.findChild<QWidget*>(u"pick_"_s + field)->findChild<QComboBox*>(u"column1"_s);
        box->setCurrentText(column);
        Q_EMIT box->activated(box->currentIndex());
    }

    static void acceptFile(QWidget& parent, const QString& file)
    {
        auto* dialog = parent.findChild<QFileDialog*>();
        QVERIFY(dialog);
        auto* edit = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
        edit->setText(file);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    qint64 customers() { return m_book->count({}).wait().value(); }

    /// Has the header name,email.
    static QByteArray manyRows(int count)
    {
        QByteArray content = "name,email\n";
        for (int i = 0; i < count; ++i)
            content += "N,p" + QByteArray::number(i) + "@example.com\n";
        return content;
    }

    /// Presses the one of those words in a message bar.
    static void press(const QWidget& parent, const QString& bar, const QString& words)
    {
        const auto buttons = parent.findChild<QWidget*>(bar)->findChildren<QAbstractButton*>();
        for (QAbstractButton* one : buttons) {
            if (one->text() == words)
                return one->click();
        }
        QFAIL("There is no such button");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Jobs> m_jobs;
};

} // namespace clientele::testing
