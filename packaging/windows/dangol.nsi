; The installer for Windows: for one user, without an administrator. Made by build.sh:
;   makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DSOURCE=folder -DICON=file.ico -DOUT=setup.exe
; Switches: /S silent; /D=FOLDER where to (the last one); /DESKTOP=0 without an icon on the desktop.
; Ends with 3 when Dangol runs and nothing was touched.
; The uninstaller keeps the shops in %APPDATA%\Dangol; /ERASE=1 (or the question's Yes) erases them.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dangol"
!define SETTINGS "Software\Dangol"
!define CLASSES "Software\Classes"
!define RUNNING 3

Name "단골"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Dangol"
InstallDirRegKey HKCU "${SETTINGS}" "InstallDir"
!ifdef QUICK
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 128 ; the two programs share most of their bytes: one of them is then free
!endif
ManifestDPIAware true
BrandingText "Dangol ${VERSION}"
Icon "${ICON}"
UninstallIcon "${ICON}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1042 "ProductName" "Dangol"
VIAddVersionKey /LANG=1042 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1042 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1042 "FileDescription" "단골 설치"
VIAddVersionKey /LANG=1042 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\dangol.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Korean"
!insertmacro MUI_LANGUAGE "English"
!insertmacro GetParameters
!insertmacro GetOptions
!insertmacro GetSize

LangString RunningText ${LANG_KOREAN} "단골이 켜져 있어요. 단골을 닫은 뒤에 다시 해 주세요."
LangString RunningText ${LANG_ENGLISH} "Dangol is running. Close it, then try again."
LangString ProgramText ${LANG_KOREAN} "단골"
LangString ProgramText ${LANG_ENGLISH} "Dangol"
LangString DesktopText ${LANG_KOREAN} "바탕 화면 아이콘"
LangString DesktopText ${LANG_ENGLISH} "Icon on the desktop"
LangString ShopText ${LANG_KOREAN} "단골 가게 파일"
LangString ShopText ${LANG_ENGLISH} "Dangol shop"
LangString EraseText ${LANG_KOREAN} "이 PC에 있는 고객·판매 데이터와 백업도 모두 지울까요? 지우면 되돌릴 수 없어요.$\r$\n$\r$\n'아니요'를 누르면 프로그램만 지워요."
LangString EraseText ${LANG_ENGLISH} "Erase the customers, sales and backups on this PC too? This cannot be undone.$\r$\n$\r$\nNo removes the program alone."

; A running program's file cannot be opened for writing. Both are asked before anything is touched.
!macro StopIfRunning
  ${For} $R1 1 2
    StrCpy $R2 "$INSTDIR\dangol.exe"
    ${If} $R1 = 2
      StrCpy $R2 "$INSTDIR\dangol-cli.exe"
    ${EndIf}
    ${If} ${FileExists} "$R2"
      ClearErrors
      FileOpen $R0 "$R2" a
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(RunningText)" /SD IDOK
        SetErrorLevel ${RUNNING}
        Quit
      ${EndIf}
      FileClose $R0
    ${EndIf}
  ${Next}
!macroend

!macro RemoveProgram
  Delete "$INSTDIR\dangol.exe"
  Delete "$INSTDIR\dangol-cli.exe"
  RMDir /r "$INSTDIR\_internal"
!macroend

Section "-program"
  !insertmacro StopIfRunning
  ; What an earlier version had and this one has not must not stay behind. Data are never in here.
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${SETTINGS}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${SETTINGS}" "Version" "${VERSION}"
  CreateShortCut "$SMPROGRAMS\단골.lnk" "$INSTDIR\dangol.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "단골 (Dangol)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Dangol"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\dangol.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  WriteRegStr HKCU "${CLASSES}\.dangol" "" "Dangol.Shop"
  WriteRegStr HKCU "${CLASSES}\Dangol.Shop" "" "$(ShopText)"
  WriteRegStr HKCU "${CLASSES}\Dangol.Shop\DefaultIcon" "" "$INSTDIR\dangol.exe,0"
  WriteRegStr HKCU "${CLASSES}\Dangol.Shop\shell\open\command" "" '"$INSTDIR\dangol.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "$(DesktopText)" Desktop
  CreateShortCut "$DESKTOP\단골.lnk" "$INSTDIR\dangol.exe"
SectionEnd

Function .onInit
  ; Who threw the icon away does not get it again with the next version.
  ReadRegStr $R0 HKCU "${SETTINGS}" "Version"
  ${If} $R0 != ""
  ${AndIfNot} ${FileExists} "$DESKTOP\단골.lnk"
    SectionSetFlags ${Desktop} 0
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP=" $R1
  ${IfNot} ${Errors}
  ${AndIf} $R1 == 0
    SectionSetFlags ${Desktop} 0
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro StopIfRunning
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\단골.lnk"
  Delete "$DESKTOP\단골.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${SETTINGS}"
  DeleteRegKey HKCU "${CLASSES}\Dangol.Shop"
  ReadRegStr $R0 HKCU "${CLASSES}\.dangol" ""
  ${If} $R0 == "Dangol.Shop"
    DeleteRegKey HKCU "${CLASSES}\.dangol"
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  StrCpy $R2 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ERASE=" $R1
  ${IfNot} ${Errors}
    StrCpy $R2 $R1
  ${Else}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(EraseText)" /SD IDNO IDNO +2
    StrCpy $R2 1
  ${EndIf}
  ${If} $R2 == 1
    RMDir /r "$APPDATA\Dangol"
  ${EndIf}
SectionEnd
