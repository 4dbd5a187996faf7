// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settingorigin.h"

#include <QCoreApplication>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(settings)
};

} // namespace

QString SettingOrigin::text() const
{
    switch (kind) {
    case Kind::CommandLine:
        return name;
    case Kind::ProcessEnvironment:
    case Kind::LibpqEnvironment:
        return Words::tr("%1 in the environment").arg(name);
    case Kind::EnvFile:
        return Words::tr("%1 in %2, line %3").arg(name, file, QString::number(line));
    case Kind::Profile:
        return Words::tr("profile %1").arg(name);
    case Kind::ServiceFile:
        return Words::tr("service %1 in %2, line %3").arg(name, file, QString::number(line));
    case Kind::PasswordFile:
        return file;
    case Kind::Keychain:
        return Words::tr("keychain");
    case Kind::Default:
        break;
    }
    return Words::tr("default");
}

QString SettingOrigin::code() const
{
    switch (kind) {
    case Kind::CommandLine:
        return u"command-line"_s;
    case Kind::ProcessEnvironment:
        return u"process-environment"_s;
    case Kind::EnvFile:
        return u"env-file"_s;
    case Kind::Profile:
        return u"profile"_s;
    case Kind::ServiceFile:
        return u"service-file"_s;
    case Kind::LibpqEnvironment:
        return u"libpq-environment"_s;
    case Kind::PasswordFile:
        return u"password-file"_s;
    case Kind::Keychain:
        return u"keychain"_s;
    case Kind::Default:
        break;
    }
    return u"default"_s;
}

} // namespace clientele
