// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/openrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr int version = 1;

}

QByteArray OpenRequest::encoded() const
{
    const QJsonObject object{{u"version"_s, version},
                             {u"files"_s, QJsonArray::fromStringList(files)},
                             {u"import"_s, import},
                             {u"newCustomer"_s, newCustomer},
                             {u"activation"_s, QString::fromUtf8(activation)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<OpenRequest> OpenRequest::decoded(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object[u"version"_s].toInt() != version)
        return std::nullopt;
    OpenRequest request{.import = object[u"import"_s].toBool(),
                        .newCustomer = object[u"newCustomer"_s].toBool(),
                        .activation = object[u"activation"_s].toString().toUtf8()};
    for (const QJsonValue& file : object[u"files"_s].toArray())
        request.files << file.toString();
    return request;
}

} // namespace clientele
