// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settingorigin.h"

#include <QCoreApplication>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("settings", text);
}

} // namespace

QString SettingOrigin::text() const
{
    switch (kind) {
    case Kind::CommandLine:
        return name;
    case Kind::ProcessEnvironment:
    case Kind::LibpqEnvironment:
        return say("%1 in the environment").arg(name);
    case Kind::EnvFile:
        return say("%1 in %2, line %3").arg(name, file, QString::number(line));
    case Kind::Profile:
        return say("profile %1").arg(name);
    case Kind::ServiceFile:
        return say("service %1 in %2, line %3").arg(name, file, QString::number(line));
    case Kind::PasswordFile:
        return file;
    case Kind::Default:
        break;
    }
    return say("default");
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
    case Kind::Default:
        break;
    }
    return u"default"_s;
}

} // namespace clientele
