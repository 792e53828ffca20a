#!/bin/sh
# 为服务器生成私钥和证书申请（CSR）。第一个是网址里的域名，后面可以再写别名和 IP 地址。
#
#   sh make-request.sh oa.example.gov.cn
#   sh make-request.sh oa.example.gov.cn oa 10.1.2.3
#
# 得到 server.key（私钥，只放在服务器上）、server.csr（交给 CA 签发）、server.ext（证书里的名称，sign-request.sh 用）。
set -eu
umask 077

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -ge 1 ] || fail '用法：sh make-request.sh 域名 [别名或 IP 地址 …]'
command -v openssl >/dev/null || fail '没有找到 openssl。Debian、统信、麒麟：安装 openssl 程序包；Windows：Git for Windows 自带。'
for file in server.key server.csr server.ext; do
  [ ! -e "$file" ] || fail "$file 已经存在。续期时请先把旧的 server.* 移到别的文件夹。"
done

names=
for name in "$@"; do
  if printf '%s\n' "$name" | grep -Eq '^((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})$'; then
    kind=IP
  elif printf '%s\n' "$name" | grep -Eq '^[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f]*$'; then
    kind=IP
  elif printf '%s\n' "$name" | grep -Eq '^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9]*[A-Za-z-][A-Za-z0-9-]*$'; then
    kind=DNS
  else
    fail "“$name”不是域名，也不是 IP 地址。只写名称，不写 https://、端口和目录；中文域名写 xn-- 开头的形式。"
  fi
  names=${names:+$names,}$kind:$name
done

# 中途失败不留下半成品。
trap 'rm -f server.cnf; [ -s server.csr ] || rm -f server.key server.csr server.ext' EXIT
cat >server.ext <<END
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = $names
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
END
cat >server.cnf <<END
[req]
prompt = no
distinguished_name = name
req_extensions = names
[name]
CN = $1
[names]
subjectAltName = $names
extendedKeyUsage = serverAuth
END
openssl genrsa -out server.key 2048 2>/dev/null
openssl req -new -config server.cnf -key server.key -sha256 -out server.csr
chmod 644 server.csr server.ext
echo "已生成 server.key 和 server.csr，名称：$names"
echo '本单位有 CA 的，把 server.csr 交给它签发（Web 服务器证书）；没有的，运行 sign-request.sh。'
