#!/bin/sh
# 用 make-authority.sh 建立的 CA 签发 make-request.sh 的申请，有效 825 天。两者的文件都在当前文件夹。
#
#   sh sign-request.sh
#
# 得到 server.crt。密码：运行时输入；自动运行时放在环境变量 AUTHORITY_PASSWORD 里。
set -eu

fail() {
  echo "$1" >&2
  exit 1
}

for file in authority.key authority.crt server.csr server.ext; do
  [ -e "$file" ] || fail "当前文件夹里没有 $file。请先运行 make-authority.sh 和 make-request.sh。"
done
[ ! -e server.crt ] || fail 'server.crt 已经存在。续期时请先把旧的 server.* 移到别的文件夹。'

# 密码输错不留下半成品。
trap '[ -n "${signed:-}" ] || rm -f server.crt' EXIT
[ -z "${AUTHORITY_PASSWORD:-}" ] || set -- -passin env:AUTHORITY_PASSWORD
openssl x509 -req -in server.csr -CA authority.crt -CAkey authority.key "$@" \
  -set_serial "0x$(openssl rand -hex 16 | sed 's/^./1/')" -sha256 -days 825 -extfile server.ext -out server.crt
openssl verify -CAfile authority.crt -purpose sslserver server.crt >/dev/null || fail '签发的证书没有通过检查。'
signed=yes
chmod 644 server.crt
echo '已签发 server.crt：'
openssl x509 -in server.crt -noout -enddate -ext subjectAltName
