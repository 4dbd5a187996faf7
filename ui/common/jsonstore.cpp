// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/jsonstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// The name that it has now, or the one that it still has.
QString putAside(const QString& path)
{
    for (int i = 1; i < 100; ++i) {
        const QString aside = path + (i == 1 ? u".damaged"_s : u".damaged-%1"_s.arg(i));
        if (!QFile::exists(aside))
            return QFile::rename(path, aside) ? aside : path;
    }
    return path;
}

Result<QJsonObject> readFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::File, .message = file.errorString(), .subject = path};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    file.close();
    if (document.isObject())
        return document.object();
    return Error{
        .kind = ErrorKind::File, .message = problem.errorString(), .subject = putAside(path)};
}

Result<> writeFile(const QString& path, const QJsonObject& object)
{
    if (object.isEmpty()) {
        QFile::remove(path);
        return {};
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
        if (file.commit())
            return {};
    }
    return Error{.kind = ErrorKind::File, .message = file.errorString(), .subject = path};
}

} // namespace

JsonStore::JsonStore(const QString& folder) : m_folder(folder)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

JsonStore::~JsonStore()
{
    m_thread.waitForDone();
}

Task<QJsonObject> JsonStore::read(const QString& name)
{
    auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    Task<QJsonObject> task{.future = promise->future()};
    promise->start();
    m_thread.start([promise, path = QDir(m_folder).filePath(name)] {
        promise->addResult(readFile(path));
        promise->finish();
    });
    return task;
}

Task<std::monostate> JsonStore::write(const QString& name, const QJsonObject& object)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    Task<std::monostate> task{.future = promise->future()};
    promise->start();
    m_thread.start([promise, object, folder = m_folder, name] {
        QDir().mkpath(folder);
        promise->addResult(writeFile(QDir(folder).filePath(name), object));
        promise->finish();
    });
    return task;
}

QString JsonStore::nameFor(const QString& kind, const QString& key)
{
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return kind + u'-' + QString::fromLatin1(digest.toHex().left(16)) + u".json"_s;
}

} // namespace clientele
