#!/bin/sh
# An authority and a certificate of this image's own.
set -e
mkdir -p /etc/mail-tls && cd /etc/mail-tls
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj '/CN=Conference tests' -keyout ca.key -out ca.pem \
  -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign'
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=mail.test' -keyout key.pem -out cert.csr
printf 'subjectAltName=DNS:localhost,DNS:mail.test,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' > cert.ext
openssl x509 -req -in cert.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile cert.ext -out cert.pem
rm ca.key cert.csr cert.ext
chmod 644 ca.pem cert.pem
chmod 600 key.pem
