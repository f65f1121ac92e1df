// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/codetemplates.h"

#include <QStringList>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

// The key is never an argument of a program, where every user of the machine could read it: HMAC is built
// from plain SHA-256 here, and the token travels in a here-document.
constexpr QStringView curlTemplate = uR"code(#!/bin/sh
# @ACTION@, signed with TC3-HMAC-SHA256. Needs curl and openssl.
# The key comes from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and, if it is a temporary one, TENCENTCLOUD_TOKEN.
set -eu
: "${TENCENTCLOUD_SECRET_ID:?is not set}" "${TENCENTCLOUD_SECRET_KEY:?is not set}"

host=@HOST_SHELL@
body=@BODY_SHELL@

sha256() { openssl dgst -sha256 | sed 's/^.* //'; }
octal() ( # hexadecimal digits, each byte xor $2, to what printf turns into bytes
    hex=$1 text=
    while [ -n "$hex" ]; do
        rest=${hex#??}
        byte=$((0x${hex%"$rest"} ^ $2))
        hex=$rest
        text="$text\\$((byte >> 6))$((byte >> 3 & 7))$((byte & 7))"
    done
    printf '%s' "$text"
)
hmac() ( # the key as hexadecimal digits; the message on standard input
    key=$1
    if [ ${#key} -gt 128 ]; then key=$(printf "$(octal "$key" 0)" | sha256); fi
    while [ ${#key} -lt 128 ]; do key=${key}00; done
    digest=$({ printf "$(octal "$key" 0x36)"; cat; } | sha256)
    printf "$(octal "$key" 0x5c)$(octal "$digest" 0)" | sha256
)

set -- $(date -u '+%s %Y-%m-%d')
timestamp=$1 day=$2
body_hash=$(printf '%s' "$body" | sha256)
request_hash=$(printf 'POST\n/\n\ncontent-type:application/json\nhost:%s\n\ncontent-type;host\n%s' \
    "$host" "$body_hash" | sha256)
key=$(printf 'TC3%s' "$TENCENTCLOUD_SECRET_KEY" | od -An -v -tx1 | tr -d ' \n')
for part in "$day" @SERVICE@ tc3_request; do key=$(printf '%s' "$part" | hmac "$key"); done
signature=$(printf 'TC3-HMAC-SHA256\n%s\n%s/@SERVICE@/tc3_request\n%s' \
    "$timestamp" "$day" "$request_hash" | hmac "$key")

printf '%s' "$body" | curl -sS @URL_SHELL@ --data-binary @- -H @/dev/fd/3 3<<HEADERS
Authorization: TC3-HMAC-SHA256 Credential=$TENCENTCLOUD_SECRET_ID/$day/@SERVICE@/tc3_request, SignedHeaders=content-type;host, Signature=$signature
Content-Type: application/json
X-TC-Action: @ACTION@
X-TC-Version: @VERSION@
X-TC-Region: @REGION@
X-TC-Timestamp: $timestamp
${TENCENTCLOUD_TOKEN:+X-TC-Token: $TENCENTCLOUD_TOKEN}
HEADERS
)code";

constexpr QStringView unsignedTemplate = uR"code(curl -sS @URL_SHELL@ \
    -H 'Content-Type: application/json' \
    -H 'X-TC-Action: @ACTION@' \
    -H 'X-TC-Version: @VERSION@' \
    -H 'X-TC-Region: @REGION@' \
    -H "X-TC-Timestamp: $(date +%s)" \
    --data-raw @BODY_SHELL@
)code";

// tccli knows https only and takes its keys from the same variables by itself.
constexpr QStringView tccliTemplate = uR"code(tccli @SERVICE@ @ACTION@ --version @VERSION@ \
    --region @REGION@ \
    --endpoint @HOST_SHELL@@ARGUMENTS@
)code";

constexpr QStringView pythonTemplate = uR"code(# pip install tencentcloud-sdk-python@INTL@
import json
import os
import sys

from tencentcloud.common import credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.tiw.v20190919 import models, tiw_client

params = @PARAMS_PYTHON@

keys = credential.Credential(
    os.environ["TENCENTCLOUD_SECRET_ID"],
    os.environ["TENCENTCLOUD_SECRET_KEY"],
    os.environ.get("TENCENTCLOUD_TOKEN"),
)
http = HttpProfile()
http.endpoint = @HOST@
http.protocol = "http"@PLAIN_HTTP@
client = tiw_client.TiwClient(keys, @REGION_QUOTED@, ClientProfile(httpProfile=http))
request = models.@ACTION@Request()
request.from_json_string(json.dumps(params))
try:
    print(client.@ACTION@(request).to_json_string())
except TencentCloudSDKException as error:
    sys.exit(str(error))
)code";

constexpr QStringView goTemplate = uR"code(// go get github.com/tencentcloud/tencentcloud-sdk-go@INTL@
package main

import (
	"fmt"
	"os"

	"github.com/tencentcloud/tencentcloud-sdk-go@INTL@/tencentcloud/common"
	"github.com/tencentcloud/tencentcloud-sdk-go@INTL@/tencentcloud/common/profile"
	tiw "github.com/tencentcloud/tencentcloud-sdk-go@INTL@/tencentcloud/tiw/v20190919"
)

func main() {
	keys := common.NewTokenCredential(
		os.Getenv("TENCENTCLOUD_SECRET_ID"),
		os.Getenv("TENCENTCLOUD_SECRET_KEY"),
		os.Getenv("TENCENTCLOUD_TOKEN"),
	)
	settings := profile.NewClientProfile()
	settings.HttpProfile.Endpoint = @HOST@
	settings.HttpProfile.Scheme = "HTTP"@PLAIN_HTTP@
	client, err := tiw.NewClient(keys, @REGION_QUOTED@, settings)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	request := tiw.New@ACTION@Request()
	if err := request.FromJsonString(@BODY@); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	response, err := client.@ACTION@(request)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(response.ToJsonString())
}
)code";

constexpr QStringView javaTemplate = uR"code(// Maven: com.tencentcloudapi:tencentcloud-sdk-java@INTL@
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.tiw.v20190919.TiwClient;
import com.tencentcloudapi.tiw.v20190919.models.@ACTION@Request;
import com.tencentcloudapi.tiw.v20190919.models.@ACTION@Response;

public class Call@ACTION@ {
    public static void main(String[] args) throws TencentCloudSDKException {
        String token = System.getenv("TENCENTCLOUD_TOKEN");
        Credential keys = new Credential(
            System.getenv("TENCENTCLOUD_SECRET_ID"),
            System.getenv("TENCENTCLOUD_SECRET_KEY"),
            token == null ? "" : token);
        HttpProfile http = new HttpProfile();
        http.setEndpoint(@HOST@);
        http.setProtocol(HttpProfile.REQ_HTTP);@PLAIN_HTTP@
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        TiwClient client = new TiwClient(keys, @REGION_QUOTED@, profile);
        @ACTION@Request request =
            @ACTION@Request.fromJsonString(@BODY@, @ACTION@Request.class);
        @ACTION@Response response = client.@ACTION@(request);
        System.out.println(AbstractModel.toJsonString(response));
    }
}
)code";

constexpr QStringView nodeInternationalTemplate = uR"code(// npm install tencentcloud-sdk-nodejs-intl-en
"use strict";
const { common, tiw } = require("tencentcloud-sdk-nodejs-intl-en");
const { Client, Models } = tiw.v20190919;

const params = @PARAMS_JSON@;

const keys = new common.Credential(
    process.env.TENCENTCLOUD_SECRET_ID,
    process.env.TENCENTCLOUD_SECRET_KEY,
    process.env.TENCENTCLOUD_TOKEN,
);
const http = new common.HttpProfile();
http.endpoint = @HOST@;
http.protocol = "http://";@PLAIN_HTTP@
const client = new Client(keys, @REGION_QUOTED@, new common.ClientProfile("TC3-HMAC-SHA256", http));
const request = new Models.@ACTION@Request();
request.from_json_string(JSON.stringify(params));
client.@ACTION@(request, (error, response) => {
    if (error) {
        console.error(error);
        process.exitCode = 1;
        return;
    }
    console.log(response.to_json_string());
});
)code";

constexpr QStringView nodeMainlandTemplate = uR"code(// npm install tencentcloud-sdk-nodejs-tiw
"use strict";
const { tiw } = require("tencentcloud-sdk-nodejs-tiw");

const params = @PARAMS_JSON@;

const client = new tiw.v20190919.Client({
    credential: {
        secretId: process.env.TENCENTCLOUD_SECRET_ID,
        secretKey: process.env.TENCENTCLOUD_SECRET_KEY,
        token: process.env.TENCENTCLOUD_TOKEN,
    },
    region: @REGION_QUOTED@,
    profile: {
        httpProfile: {
            endpoint: @HOST@,
            protocol: "http://",@PLAIN_HTTP@
        },
    },
});
client.@ACTION@(params).then(
    (response) => console.log(JSON.stringify(response, null, 2)),
    (error) => {
        console.error(error);
        process.exitCode = 1;
    },
);
)code";

constexpr QStringView phpTemplate = uR"code(<?php
// composer require tencentcloud/tencentcloud-sdk-php@INTL@
require __DIR__ . '/vendor/autoload.php';

use TencentCloud\Common\Credential;
use TencentCloud\Common\Exception\TencentCloudSDKException;
use TencentCloud\Common\Profile\ClientProfile;
use TencentCloud\Common\Profile\HttpProfile;
use TencentCloud\Tiw\V20190919\Models\@ACTION@Request;
use TencentCloud\Tiw\V20190919\TiwClient;

$keys = new Credential(
    getenv('TENCENTCLOUD_SECRET_ID'),
    getenv('TENCENTCLOUD_SECRET_KEY'),
    getenv('TENCENTCLOUD_TOKEN') ?: null
);
$http = new HttpProfile();
$http->setEndpoint(@HOST_PHP@);
$http->setProtocol('http://');@PLAIN_HTTP@
$profile = new ClientProfile();
$profile->setHttpProfile($http);
$client = new TiwClient($keys, @REGION_PHP@, $profile);
$request = new @ACTION@Request();
$request->fromJsonString(@BODY_PHP@);
try {
    echo $client->@ACTION@($request)->toJsonString(), PHP_EOL;
} catch (TencentCloudSDKException $error) {
    fwrite(STDERR, $error . PHP_EOL);
    exit(1);
}
)code";

constexpr QStringView dotNetTemplate = uR"code(// dotnet add package TencentCloudSDK@INTL_DOTNET@
using System;
using TencentCloud.Common;
using TencentCloud.Common.Profile;
using TencentCloud.Tiw.V20190919;
using TencentCloud.Tiw.V20190919.Models;

var keys = new Credential
{
    SecretId = Environment.GetEnvironmentVariable("TENCENTCLOUD_SECRET_ID"),
    SecretKey = Environment.GetEnvironmentVariable("TENCENTCLOUD_SECRET_KEY"),
    Token = Environment.GetEnvironmentVariable("TENCENTCLOUD_TOKEN"),
};
var http = new HttpProfile();
http.Endpoint = @HOST@;
http.Protocol = HttpProfile.REQ_HTTP;@PLAIN_HTTP@
var profile = new ClientProfile { HttpProfile = http };
var client = new TiwClient(keys, @REGION_QUOTED@, profile);
var request = AbstractModel.FromJsonString<@ACTION@Request>(@BODY@);
try
{
    Console.WriteLine(AbstractModel.ToJsonString(client.@ACTION@Sync(request)));
}
catch (TencentCloudSDKException error)
{
    Console.Error.WriteLine(error);
    Environment.Exit(1);
}
)code";

constexpr QStringView cppTemplate =
    uR"code(// Needs the vendor's tencentcloud-sdk-cpp@INTL@: link tencentcloud-sdk-cpp-tiw and tencentcloud-sdk-cpp-core.
// The SDK's headers use these without including them.
#include <cstdlib>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include <tencentcloud/core/Credential.h>
#include <tencentcloud/core/TencentCloud.h>
#include <tencentcloud/core/profile/ClientProfile.h>
#include <tencentcloud/core/profile/HttpProfile.h>
#include <tencentcloud/tiw/v20190919/TiwClient.h>
#include <tencentcloud/tiw/v20190919/model/@ACTION@Request.h>
#include <tencentcloud/tiw/v20190919/model/@ACTION@Response.h>

using namespace TencentCloud;
using namespace TencentCloud::Tiw::V20190919;

static std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int main()
{
    TencentCloud::InitAPI();
    int result = 0;
    {
        const Credential keys(environment("TENCENTCLOUD_SECRET_ID"), environment("TENCENTCLOUD_SECRET_KEY"),
                              environment("TENCENTCLOUD_TOKEN"));
        HttpProfile http;
        http.SetEndpoint(@HOST_CPP@);
        http.SetProtocol(HttpProfile::Scheme::HTTP);@PLAIN_HTTP@
        TiwClient client(keys, @REGION_CPP@, ClientProfile(http));

        Model::@ACTION@Request request;
@SETTERS@
        auto outcome = client.@ACTION@(request);
        if (outcome.IsSuccess()) {
            std::cout << outcome.GetResult().ToJsonString() << '\n';
        } else {
            std::cerr << outcome.GetError().PrintAll() << '\n';
            result = 1;
        }
    }
    TencentCloud::ShutdownAPI();
    return result;
}
)code";

} // namespace

QStringView codeTemplate(CodeKind kind, Core::Edition edition)
{
    switch (kind) {
    case CodeKind::Curl:
        return curlTemplate;
    case CodeKind::CurlUnsigned:
        return unsignedTemplate;
    case CodeKind::Tccli:
        return tccliTemplate;
    case CodeKind::Python:
        return pythonTemplate;
    case CodeKind::Go:
        return goTemplate;
    case CodeKind::Java:
        return javaTemplate;
    case CodeKind::Node:
        return edition == Core::Edition::International ? nodeInternationalTemplate : nodeMainlandTemplate;
    case CodeKind::Php:
        return phpTemplate;
    case CodeKind::DotNet:
        return dotNetTemplate;
    case CodeKind::Cpp:
        return cppTemplate;
    }
    return {};
}

QString filledTemplate(QStringView pattern, const QHash<QString, QString> &words, bool isPlainHttp)
{
    static constexpr QStringView plainHttp = u"@PLAIN_HTTP@";
    QString result;
    const QList<QStringView> lines = pattern.split(u'\n');
    for (QStringView line : lines) {
        if (line.endsWith(plainHttp)) {
            if (!isPlainHttp) {
                continue;
            }
            line.chop(plainHttp.size());
        }
        qsizetype at = 0;
        while (at < line.size()) {
            const qsizetype begin = line.indexOf(u'@', at);
            const qsizetype end = begin < 0 ? -1 : line.indexOf(u'@', begin + 1);
            const auto word =
                end < 0 ? words.end() : words.find(line.mid(begin + 1, end - begin - 1).toString());
            if (word != words.end()) {
                result += line.mid(at, begin - at) + *word;
                at = end + 1;
            } else {
                // An @ of the language's own.
                const qsizetype next = begin < 0 ? line.size() : begin + 1;
                result += line.mid(at, next - at);
                at = next;
            }
        }
        result += u'\n';
    }
    result.chop(1);
    return result;
}

} // namespace Explorer
