; What electron-builder's NSIS installer leaves out: links of the scheme visio-agents, for all users of the machine,
; and the firewall. Programs of the system are named by their full path: the installer runs with all rights, and
; Windows would look beside it first.

!macro customInstall
  ; The app has no updater, for which electron-builder leaves a program that starts others with all rights, and a copy
  ; of this installer with the user who installs.
  Delete "$INSTDIR\resources\elevate.exe"
  SetShellVarContext current
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\visio-agents-updater"
  SetShellVarContext all
  WriteRegStr HKLM "Software\Classes\visio-agents" "" "URL:Visio-Agents"
  WriteRegStr HKLM "Software\Classes\visio-agents" "URL Protocol" ""
  WriteRegStr HKLM "Software\Classes\visio-agents\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  ; `--` ends the switches: a link is never read as one.
  WriteRegStr HKLM "Software\Classes\visio-agents\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
  !insertmacro forgetFirewallRule
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="Visio-Agents" dir=in action=allow protocol=UDP profile=any program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  ; Its exit code: without a firewall there is nothing to open, and no reason to undo the installation.
  Pop $0
!macroend

!macro customUnInstall
  DeleteRegKey HKLM "Software\Classes\visio-agents"
  !insertmacro forgetFirewallRule
!macroend

; Rules are added, never replaced: a second installation would leave two.
!macro forgetFirewallRule
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="Visio-Agents" program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  Pop $0
!macroend
