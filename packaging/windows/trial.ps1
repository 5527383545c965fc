# What trial.sh does under Wine, on a real Windows: installs silently, proves what was installed,
# is refused while it runs, installs over it, removes it; the shop's data must outlive all of it.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$setup = Get-Item 'dist\Dangol-*-setup.exe'
$installed = "$env:LOCALAPPDATA\Programs\Dangol"
$data = "$env:APPDATA\Dangol"
$uninstall = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dangol'

function Stop-If($wrong, $words) { if ($wrong) { throw $words } }
function Start-And-Wait($file, $arguments) {
    (Start-Process $file -ArgumentList $arguments -Wait -PassThru).ExitCode
}

Stop-If ((Start-And-Wait $setup '/S') -ne 0) 'it could not be installed'
Stop-If (-not (Test-Path "$installed\dangol.exe")) 'the program is missing'
Stop-If (-not (Test-Path $uninstall)) 'the system does not list it'

$report = "$env:RUNNER_TEMP\report"
$code = Start-And-Wait "$installed\dangol.exe" "--self-test --out `"$report`""
Get-Content $report -Encoding utf8
Stop-If ($code -ne 0) "the self-test ended with $code"

& "$installed\dangol-cli.exe" demo --people 20 --db "$data\shop.db"
$running = Start-Process "$installed\dangol.exe" -PassThru
Start-Sleep -Seconds 10
Stop-If ((Start-And-Wait $setup '/S') -ne 3) 'it was installed over a running program'
Stop-If (-not $running.CloseMainWindow()) 'the program has no window to close'
Stop-If (-not $running.WaitForExit(30000)) 'the program does not end'

$before = (Get-FileHash "$data\shop.db").Hash
New-Item "$installed\_internal\left-behind" -ItemType File | Out-Null
Stop-If ((Start-And-Wait $setup '/S') -ne 0) 'it could not be installed over itself'
Stop-If (Test-Path "$installed\_internal\left-behind") 'what an older version had is still there'

Start-And-Wait "$installed\uninstall.exe" '/S' | Out-Null
foreach ($n in 1..60) { if (Test-Path $installed) { Start-Sleep -Milliseconds 500 } }
Stop-If (Test-Path $installed) 'the program is still there'
Stop-If (Test-Path $uninstall) 'the system still lists it'
Stop-If ((Get-FileHash "$data\shop.db").Hash -ne $before) 'the shop has changed'
'Installed, proven, refused while running, installed over, removed; the shop is unchanged.'
