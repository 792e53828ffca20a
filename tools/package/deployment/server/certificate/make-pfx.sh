#!/bin/sh
# 把 server.key 和 server.crt 合成 IIS 导入用的 server.pfx。
#
#   sh make-pfx.sh
#
# 密码：运行时输入，导入时要用；自动运行时放在环境变量 PFX_PASSWORD 里。
set -eu
umask 077

fail() {
  echo "$1" >&2
  exit 1
}

for file in server.key server.crt; do
  [ -e "$file" ] || fail "当前文件夹里没有 $file。"
done
[ ! -e server.pfx ] || fail 'server.pfx 已经存在。请先移到别的文件夹。'

# 密码输错不留下半成品。
trap '[ -s server.pfx ] || rm -f server.pfx' EXIT
[ -z "${PFX_PASSWORD:-}" ] || set -- -passout env:PFX_PASSWORD
[ ! -e authority.crt ] || set -- "$@" -certfile authority.crt
# Windows Server 2016 读不了 openssl 3 默认的加密方式。
openssl pkcs12 -export -inkey server.key -in server.crt "$@" \
  -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 -name 申报表助手 -out server.pfx
echo '已生成 server.pfx。导入 IIS 之后请删除，里面有私钥。'
