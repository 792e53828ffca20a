#!/bin/sh
# 建立本单位自己的证书颁发机构（CA），只需一次。已有 CA（例如 Windows 的 AD CS）的，不用这个脚本。
#
#   sh make-authority.sh "某某局"
#
# 得到 authority.key（私钥，设密码，不离开这台电脑）和 authority.crt（发给每台电脑信任）。
# 密码：运行时输入两遍；自动运行时放在环境变量 AUTHORITY_PASSWORD 里。
set -eu
umask 077

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -eq 1 ] || fail '用法：sh make-authority.sh "单位名称"'
[ -n "$1" ] || fail '单位名称不能为空。'
# openssl 的配置文件里另有含义，或者会截断名称。
if printf '%s' "$1" | LC_ALL=C grep -q '[[:punct:]]'; then
  fail "单位名称“$1”里不能有半角标点；括号请用全角。"
fi
command -v openssl >/dev/null || fail '没有找到 openssl。Debian、统信、麒麟：安装 openssl 程序包；Windows：Git for Windows 自带。'
for file in authority.key authority.crt; do
  [ ! -e "$file" ] || fail "$file 已经存在。重新建立 CA 会使已发的证书失效；确实需要时请换一个空文件夹。"
done

# 中途失败不留下半成品。
trap 'rm -f authority.cnf; [ -s authority.crt ] || rm -f authority.key authority.crt' EXIT
if [ -n "${AUTHORITY_PASSWORD:-}" ]; then
  openssl genrsa -aes256 -passout env:AUTHORITY_PASSWORD -out authority.key 3072 2>/dev/null
  set -- "$1" -passin env:AUTHORITY_PASSWORD
else
  echo '请为 CA 的私钥设一个密码（至少 4 个字符，输入时不显示）：'
  openssl genrsa -aes256 -out authority.key 3072
  echo '再输入一次，用来生成证书：'
fi

cat >authority.cnf <<END
[req]
prompt = no
utf8 = yes
string_mask = utf8only
distinguished_name = name
x509_extensions = authority
[name]
O = $1
CN = $1 内网证书颁发机构
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
END
shift
openssl req -x509 -new -config authority.cnf -key authority.key "$@" -sha256 -days 3650 -out authority.crt
chmod 644 authority.crt
echo '已建立 CA：'
openssl x509 -in authority.crt -noout -enddate -fingerprint -sha256
