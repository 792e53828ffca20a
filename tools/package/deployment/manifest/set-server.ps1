<#
.SYNOPSIS
  把三个清单文件里的服务器地址换成本单位的地址。可以重复运行，再换一次。
.EXAMPLE
  powershell -ExecutionPolicy Bypass -File .\set-server.ps1 https://oa.example.gov.cn/shenbao
#>
[CmdletBinding()]
param(
  # 网站目录的完整网址，以 https:// 开头，不写页面文件名。
  [Parameter(Mandatory = $true, Position = 0)]
  [string] $Server
)
$ErrorActionPreference = 'Stop'

function Stop-WithMessage([string] $Message) {
  [Console]::Error.WriteLine($Message)
  exit 1
}

$address = $Server.Trim().TrimEnd('/') -replace '^https://', 'https://'
if ($address -match '^http://') {
  Stop-WithMessage ('地址 {0} 不能用：Excel 只加载 https 页面。请为服务器配置证书，并改用 https:// 开头的地址。' -f $Server)
}
if ($address -notmatch '^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*$') {
  Stop-WithMessage ('地址 {0} 不能用。请写网站目录的完整网址，例如 https://oa.example.gov.cn/shenbao。' -f $Server)
}
if ($address -match '\.html?$') {
  Stop-WithMessage ('地址 {0} 不能用：只写网站目录，不写页面文件名。' -f $Server)
}

$folder = Split-Path -Parent $MyInvocation.MyCommand.Path
$utf8 = New-Object System.Text.UTF8Encoding($false)
$manifests = @()
foreach ($name in 'shenbao.share.xml', 'shenbao.share-without-functions.xml', 'shenbao.sharepoint.xml') {
  $path = Join-Path $folder $name
  if (-not (Test-Path -LiteralPath $path)) { Stop-WithMessage ('没有找到 {0}。请在解压后的 manifest 文件夹里运行。' -f $path) }
  $text = [System.IO.File]::ReadAllText($path, $utf8)
  $found = [regex]::Match($text, 'DefaultValue="(https://[^"]*)/icons/icon-32\.png"')
  if (-not $found.Success) { Stop-WithMessage ('{0} 不是申报表助手的清单，没有改动。' -f $name) }
  $old = $found.Groups[1].Value
  $manifests += New-Object PSObject -Property @{
    Name = $name
    Path = $path
    Old  = $old
    Text = $text.Replace(('"{0}/' -f $old), ('"{0}/' -f $address))
  }
}
foreach ($manifest in $manifests) {
  [System.IO.File]::WriteAllText($manifest.Path, $manifest.Text, $utf8)
  Write-Output ('{0}：{1} 换成 {2}' -f $manifest.Name, $manifest.Old, $address)
}
