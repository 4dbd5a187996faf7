// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startoptions.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        u"A desktop customer manager. Where its window is open already, files and the options "
        "--import and --new-customer go there."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"profile"_s, u"Opens the connection of this name, in a window of its own."_s, u"name"_s},
         {u"url"_s, u"Opens postgresql://… or sqlite:///path, in a window of its own."_s, u"url"_s},
         {u"env-file"_s,
          u"Reads DATABASE_URL or DB_* from this file; the window is one of its own."_s, u"file"_s},
         {u"language"_s, u"Speaks this language, as de or en, instead of the system's."_s,
          u"language"_s},
         {u"new-customer"_s, u"Begins a new customer."_s},
         {u"import"_s, u"Imports the files, whatever they are; without any, asks for one."_s},
         {u"selftest"_s,
          u"Tries whether all that the program needs is there, prints a line for each check, and "
          "ends with 0 where all is well, else with 1. With --url, a database server too; with "
          "--screenshot, keeps a picture of the window."_s},
         {u"log"_s, u"Writes the lines of --selftest to this file, too."_s, u"file"_s},
         {u"deadline"_s, u"Gives --selftest so many seconds; 60 unless said otherwise."_s,
          u"seconds"_s},
         {u"screenshot"_s, u"Draws the first window to this file and ends."_s, u"file"_s},
         {u"gallery"_s, u"Draws every window and state into this folder and ends."_s,
          u"folder"_s}});
    parser.addPositionalArgument(
        u"files"_s, u"Books (SQLite files) are opened; CSV, TSV and JSON files are imported."_s,
        u"[files...]"_s);
}

/// Another process, in another folder, may be who opens it.
QString absolutePath(const QString& word)
{
    const QUrl url(word);
    return QFileInfo(url.isLocalFile() ? url.toLocalFile() : word).absoluteFilePath();
}

StartOptions optionsOf(const QCommandLineParser& parser)
{
    StartOptions options{.choice = {.profile = parser.value(u"profile"_s),
                                    .url = parser.value(u"url"_s),
                                    .envFile = parser.value(u"env-file"_s)},
                         .request = {.import = parser.isSet(u"import"_s),
                                     .newCustomer = parser.isSet(u"new-customer"_s)},
                         .language = parser.value(u"language"_s),
                         .screenshot = parser.value(u"screenshot"_s),
                         .gallery = parser.value(u"gallery"_s),
                         .log = parser.value(u"log"_s),
                         .selfTest = parser.isSet(u"selftest"_s)};
    for (const QString& word : parser.positionalArguments())
        options.request.files << absolutePath(word);
    if (const int seconds = parser.value(u"deadline"_s).toInt(); seconds > 0)
        options.deadline = std::chrono::seconds(seconds);
    return options;
}

} // namespace

StartOptions StartOptions::read(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.process(arguments);
    return optionsOf(parser);
}

StartOptions StartOptions::glance(const QStringList& arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.parse(arguments);
    return optionsOf(parser);
}

bool StartOptions::sharesWindow() const
{
    return screenshot.isEmpty() && gallery.isEmpty() && !selfTest && choice.profile.isEmpty() &&
           choice.url.isEmpty() && choice.envFile.isEmpty();
}

} // namespace clientele
