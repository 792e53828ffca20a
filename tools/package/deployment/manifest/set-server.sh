#!/bin/sh
# 把三个清单文件里的服务器地址换成本单位的地址。可以重复运行，再换一次。
#
#   sh set-server.sh https://oa.example.gov.cn/shenbao
set -eu

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -eq 1 ] || fail '用法：sh set-server.sh https://服务器/目录'
address=${1%/}
case $address in
  [Hh][Tt][Tt][Pp][Ss]://*) address=https://${address#*://} ;;
  [Hh][Tt][Tt][Pp]://*) fail "地址“$1”不能用：Excel 只加载 https 页面。请为服务器配置证书，并改用 https:// 开头的地址。" ;;
esac
printf '%s\n' "$address" | grep -Eq '^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*$' ||
  fail "地址“$1”不能用。请写网站目录的完整网址，不写页面文件名，例如 https://oa.example.gov.cn/shenbao。"
case $address in
  *.html | *.htm) fail "地址“$1”不能用：只写网站目录，不写页面文件名。" ;;
esac

folder=$(cd "$(dirname "$0")" && pwd)
MANIFESTS='shenbao.share.xml shenbao.share-without-functions.xml shenbao.sharepoint.xml'
for name in $MANIFESTS; do
  [ -w "$folder/$name" ] || fail "不能写入 $folder/$name。请检查文件是否存在、有没有写入权限。"
  grep -q 'DefaultValue="https://[^"]*/icons/icon-32\.png"' "$folder/$name" || fail "$name 不是申报表助手的清单，没有改动。"
done
for name in $MANIFESTS; do
  file=$folder/$name
  old=$(sed -n 's#.*DefaultValue="\(https://[^"]*\)/icons/icon-32\.png".*#\1#p' "$file" | head -n 1)
  pattern=$(printf '%s' "$old" | sed 's/[].[*^$#\\]/\\&/g')
  sed "s#\"$pattern/#\"$address/#g" "$file" >"$file.new"
  # 写进原文件，权限不变。
  cat "$file.new" >"$file"
  rm "$file.new"
  echo "$name：$old 换成 $address"
done
