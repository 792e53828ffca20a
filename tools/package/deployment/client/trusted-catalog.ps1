<#
.SYNOPSIS
  使 Excel 信任一个共享文件夹里的加载项清单，或者撤销。只对当前用户有效，不需要管理员权限，可用作登录脚本。
.EXAMPLE
  powershell -ExecutionPolicy Bypass -File .\trusted-catalog.ps1 -Share \\fileserver\shenbao
.EXAMPLE
  powershell -ExecutionPolicy Bypass -File .\trusted-catalog.ps1 -Remove
#>
[CmdletBinding(DefaultParameterSetName = 'Add')]
param(
  # 放清单的共享文件夹，形如 \\服务器\共享名。
  [Parameter(Mandatory = $true, Position = 0, ParameterSetName = 'Add')]
  [string] $Share,
  [Parameter(Mandatory = $true, ParameterSetName = 'Remove')]
  [switch] $Remove
)
$ErrorActionPreference = 'Stop'
$id = '{dd7f2e72-c548-5978-bedf-19584d64dfc4}'
$key = 'HKCU:\Software\Microsoft\Office\16.0\WEF\TrustedCatalogs\' + $id

function Stop-WithMessage([string] $Message) {
  [Console]::Error.WriteLine($Message)
  exit 1
}

if ($Remove) {
  if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse }
  Write-Output '已撤销。重新启动 Excel 后生效。'
  exit 0
}

$folder = $Share.Trim().TrimEnd('\')
if ($folder -notmatch '^\\\\[^\\/:*?<>|]+(\\[^\\/:*?<>|]+)+$') {
  Stop-WithMessage ('{0} 不是共享文件夹的路径，应形如 \\fileserver\shenbao。盘符、网址都不行。' -f $Share)
}
if (-not (Test-Path -LiteralPath $folder)) {
  Stop-WithMessage ('打不开 {0}。请检查路径，以及当前用户有没有读取权限。没有改动任何设置。' -f $folder)
}
if (-not (Test-Path -LiteralPath (Join-Path $folder 'shenbao.share.xml'))) {
  Write-Warning ('{0} 里没有 shenbao.share.xml。请把清单放进去，否则 Excel 的列表是空的。' -f $folder)
}

$policies = Get-ItemProperty -Path 'HKCU:\Software\Policies\Microsoft\Office\16.0\WEF\TrustedCatalogs' -ErrorAction SilentlyContinue
if ($policies) {
  if ($policies.DisableAllCatalogs -eq 1) { Write-Warning '组策略禁止了所有 Web 加载项（DisableAllCatalogs），加载项不会出现。' }
  if ($policies.AllowUserDefinedFileShareCatalogs -eq 0) {
    Write-Warning '组策略不允许用户自己添加共享文件夹目录（AllowUserDefinedFileShareCatalogs），这一设置可能无效。'
  }
}

New-Item -Path $key -Force | Out-Null
New-ItemProperty -LiteralPath $key -Name 'Id' -Value $id -PropertyType String -Force | Out-Null
New-ItemProperty -LiteralPath $key -Name 'Url' -Value $folder -PropertyType String -Force | Out-Null
New-ItemProperty -LiteralPath $key -Name 'Flags' -Value 1 -PropertyType DWord -Force | Out-Null
Write-Output ('已信任 {0}。重新启动 Excel，然后：插入，我的加载项，共享文件夹，申报表助手。' -f $folder)
