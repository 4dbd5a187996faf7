// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/systemscheme.h"

#include <QTimer>
#include <QWinEventNotifier>

#include <windows.h>

namespace clientele {

namespace {

/// The person's choice for programs, as the system's settings keep it in the registry.
class SchemeKey final : public QObject
{
    Q_DISABLE_COPY_MOVE(SchemeKey)

public:
    explicit SchemeKey(SystemScheme& scheme) : QObject(&scheme), m_scheme(scheme)
    {
        if (RegOpenKeyExW(HKEY_CURRENT_USER,
                          LR"(Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)", 0,
                          KEY_READ | KEY_NOTIFY, &m_key) != ERROR_SUCCESS)
            return;
        connect(&m_changed, &QWinEventNotifier::activated, this, &SchemeKey::look);
        m_changed.setHandle(m_event);
        m_changed.setEnabled(true);
        QTimer::singleShot(0, this, &SchemeKey::look); // by then somebody listens
    }
    ~SchemeKey() override
    {
        m_changed.setEnabled(false);
        if (m_key)
            RegCloseKey(m_key);
        CloseHandle(m_event);
    }

private:
    void look()
    {
        RegNotifyChangeKeyValue(m_key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, m_event, TRUE);
        DWORD light = 1;
        DWORD size = sizeof light;
        if (RegQueryValueExW(m_key, L"AppsUseLightTheme", nullptr, nullptr,
                             reinterpret_cast<BYTE*>(&light), &size) == ERROR_SUCCESS)
            Q_EMIT m_scheme.darkChanged(light == 0);
    }

    SystemScheme& m_scheme;
    HKEY m_key = nullptr;
    HANDLE m_event = CreateEventW(nullptr, FALSE, FALSE, nullptr);
    QWinEventNotifier m_changed;
};

} // namespace

SystemScheme::SystemScheme(QObject* parent) : QObject(parent)
{
    new SchemeKey(*this);
}

} // namespace clientele
