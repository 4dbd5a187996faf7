; SPDX-License-Identifier: GPL-3.0-or-later
; The setup for all users of a machine. packaging/windows/setup gives it:
;   VERSION, STAGE (the folder to install), FILES (a list of what is in it), ICON, OUTPUT, and SIGN (empty, or
;   the command that signs a file)
; Silent: setup.exe /S [/D=folder]; the exit code is 0 where it was installed, 2 where Clientele is open.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel admin

!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh

!define NAME "Clientele"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CAPABILITIES "Software\${NAME}\Capabilities"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$PROGRAMFILES64\${NAME}"
InstallDirRegKey HKLM "${UNINSTALL_KEY}" InstallLocation
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"
!if "${SIGN}" != ""
    !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION startAsUser
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German

LangString isOpen ${LANG_ENGLISH} "${NAME} is open. Close its window, then press Retry."
LangString isOpen ${LANG_GERMAN} "${NAME} ist offen. Schließen Sie das Fenster und klicken Sie auf Wiederholen."
LangString needs64 ${LANG_ENGLISH} "${NAME} needs Windows 10 or 11 with 64 bits."
LangString needs64 ${LANG_GERMAN} "${NAME} braucht Windows 10 oder 11 mit 64 Bit."
LangString book ${LANG_ENGLISH} "Clientele book"
LangString book ${LANG_GERMAN} "Clientele-Buch"

; A program that runs cannot be written over: better to hear of it before anything is changed.
!macro waitUntilClosed un
Function ${un}waitUntilClosed
    again:
    IfFileExists "$INSTDIR\clientele.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\clientele.exe" a
    IfErrors open
    FileClose $0
    Goto closed
    open:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(isOpen)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
    closed:
FunctionEnd
!macroend
!insertmacro waitUntilClosed ""
!insertmacro waitUntilClosed "un."

; What is installed runs as whoever sits there, not as the administrator who let it in.
Function startAsUser
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\clientele.exe"'
FunctionEnd

Function .onInit
    SetRegView 64
    ${IfNot} ${RunningX64}
        MessageBox MB_ICONSTOP "$(needs64)" /SD IDOK
        SetErrorLevel 1
        Quit
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext all
FunctionEnd

; Opens files of an extension by a class of ours, which others may be chosen over.
!macro offerExtension extension class
    WriteRegStr HKLM "${CLASSES}\${extension}\OpenWithProgids" "${class}" ""
    WriteRegStr HKLM "${CLASSES}\Applications\clientele.exe\SupportedTypes" "${extension}" ""
    WriteRegStr HKLM "${CAPABILITIES}\FileAssociations" "${extension}" "${class}"
!macroend

!macro withdrawExtension extension class
    DeleteRegValue HKLM "${CLASSES}\${extension}\OpenWithProgids" "${class}"
    DeleteRegKey /ifempty HKLM "${CLASSES}\${extension}\OpenWithProgids"
    DeleteRegKey /ifempty HKLM "${CLASSES}\${extension}"
!macroend

!macro writeClass class words
    WriteRegStr HKLM "${CLASSES}\${class}" "" "${words}"
    WriteRegStr HKLM "${CLASSES}\${class}\DefaultIcon" "" "$INSTDIR\clientele.exe,0"
    WriteRegStr HKLM "${CLASSES}\${class}\shell\open\command" "" '"$INSTDIR\clientele.exe" "%1"'
!macroend

Section
    SetShellVarContext all
    Call waitUntilClosed
    ; The version that is there goes first, wherever it lies, so that nothing of it is left.
    ReadRegStr $1 HKLM "${UNINSTALL_KEY}" InstallLocation
    ${If} $1 != ""
    ${AndIf} ${FileExists} "$1\uninstall.exe"
        ExecWait '"$1\uninstall.exe" /S _?=$1' $2
        Delete "$1\uninstall.exe" ; it could not remove itself
        RMDir "$1"
    ${EndIf}

    !define EACH_FILE "!insertmacro installFile"
    !macro installFile folder name source
        SetOutPath "$INSTDIR\${folder}"
        File "${STAGE}/${source}"
    !macroend
    !include "${FILES}"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\clientele.exe"

    WriteRegStr HKLM "${APP_PATHS}\clientele.exe" "" "$INSTDIR\clientele.exe"
    WriteRegStr HKLM "${APP_PATHS}\clientelectl.exe" "" "$INSTDIR\clientelectl.exe"
    !insertmacro writeClass "${NAME}.Book" "$(book)"
    !insertmacro writeClass "${NAME}.Table" "CSV"
    WriteRegStr HKLM "${CLASSES}\Applications\clientele.exe\shell\open\command" "" '"$INSTDIR\clientele.exe" "%1"'
    WriteRegStr HKLM "${CAPABILITIES}" ApplicationName "${NAME}"
    WriteRegStr HKLM "${CAPABILITIES}" ApplicationDescription "A desktop customer manager"
    WriteRegStr HKLM "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"
    !insertmacro offerExtension ".clientele" "${NAME}.Book"
    !insertmacro offerExtension ".csv" "${NAME}.Table"
    !insertmacro offerExtension ".tsv" "${NAME}.Table"
    WriteRegStr HKLM "${CLASSES}\.clientele" "" "${NAME}.Book"

    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegStr HKLM "${UNINSTALL_KEY}" DisplayName "${NAME}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" DisplayVersion "${VERSION}"
    WriteRegStr HKLM "${UNINSTALL_KEY}" DisplayIcon "$INSTDIR\clientele.exe,0"
    WriteRegStr HKLM "${UNINSTALL_KEY}" Publisher "The Clientele authors"
    WriteRegStr HKLM "${UNINSTALL_KEY}" InstallLocation "$INSTDIR"
    WriteRegStr HKLM "${UNINSTALL_KEY}" UninstallString '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${UNINSTALL_KEY}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" EstimatedSize "$0"
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" NoModify 1
    WriteRegDWORD HKLM "${UNINSTALL_KEY}" NoRepair 1
    ${RefreshShellIcons}
SectionEnd

; Only what was installed: books and whatever else people keep, wherever it lies, is theirs.
Section un.
    Call un.waitUntilClosed
    !undef EACH_FILE
    !define EACH_FILE "!insertmacro removeFile"
    !macro removeFile folder name source
        Delete "$INSTDIR\${folder}\${name}"
        RMDir "$INSTDIR\${folder}"
    !macroend
    !include "${FILES}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR\plugins"
    RMDir "$INSTDIR\licences"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"

    !insertmacro withdrawExtension ".csv" "${NAME}.Table"
    !insertmacro withdrawExtension ".tsv" "${NAME}.Table"
    ReadRegStr $0 HKLM "${CLASSES}\.clientele" ""
    StrCmp $0 "${NAME}.Book" 0 +2
        DeleteRegValue HKLM "${CLASSES}\.clientele" ""
    !insertmacro withdrawExtension ".clientele" "${NAME}.Book"
    DeleteRegKey HKLM "${CLASSES}\${NAME}.Book"
    DeleteRegKey HKLM "${CLASSES}\${NAME}.Table"
    DeleteRegKey HKLM "${CLASSES}\Applications\clientele.exe"
    DeleteRegValue HKLM "Software\RegisteredApplications" "${NAME}"
    DeleteRegKey HKLM "${CAPABILITIES}"
    DeleteRegKey /ifempty HKLM "Software\${NAME}"
    DeleteRegKey HKLM "${APP_PATHS}\clientele.exe"
    DeleteRegKey HKLM "${APP_PATHS}\clientelectl.exe"
    DeleteRegKey HKLM "${UNINSTALL_KEY}"
    ${un.RefreshShellIcons}
SectionEnd
