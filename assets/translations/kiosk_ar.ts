<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en_GB">
<context>
    <name>Attract</name>
    <message>
        <source>Everything here has a story</source>
        <translation>لكل شيء هنا حكاية</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>المس الشاشة للبدء</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>All stops</source>
        <extracomment>Title of the list of all stops</extracomment>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>Empties the search field, so that all stops are shown</extracomment>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Hide the letters</source>
        <extracomment>Puts the letters away with which a visitor types</extracomment>
        <translation>إخفاء الحروف</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <translation>مخطط الموقع</translation>
    </message>
    <message>
        <source>Places near here</source>
        <extracomment>Goes to the page of other sites near by</extracomment>
        <translation>أماكن قريبة من هنا</translation>
    </message>
    <message>
        <source>Nothing is found by these words. Fewer letters find more.</source>
        <extracomment>Where a search finds nothing</extracomment>
        <translation>لم يُعثر على شيء بهذه الكلمات. حروف أقل تجد أكثر.</translation>
    </message>
    <message>
        <source>Nothing is found by exactly these words. This comes near to them:</source>
        <extracomment>Over what a search finds, where some word was typed with a slip, or is not here</extracomment>
        <translation>لم يُعثر على شيء بهذه الكلمات تمامًا. هذا أقرب ما إليها:</translation>
    </message>
</context>
<context>
    <name>CaptionChoice</name>
    <message>
        <source>Captions</source>
        <extracomment>Heading over the choice whether what is said is shown in print, and how</extracomment>
        <translation>النص المرافق</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>Captions: none</extracomment>
        <translation>بدون</translation>
    </message>
    <message>
        <source>One line</source>
        <extracomment>Captions: one sentence at the foot of the page</extracomment>
        <translation>سطر واحد</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>Captions: the whole text in large letters, in place of the picture</extracomment>
        <translation>كبير</translation>
    </message>
</context>
<context>
    <name>ChangePart</name>
    <message>
        <source>Visitors do not have this content on this device yet. Once it is installed they find it here.</source>
        <extracomment>What installing changes for visitors: content this device does not have yet</extracomment>
        <translation>لا يجد الزوار هذا المحتوى في هذا الجهاز بعد. ما إن يُثبَّت حتى يجدوه هنا.</translation>
    </message>
    <message>
        <source>Visitors see version %1 now. Once it is installed they see version %2.</source>
        <extracomment>What installing changes for visitors: the version they see now, the version they see then</extracomment>
        <translation>يرى الزوار الآن الإصدار %1. وبعد التثبيت يرون الإصدار %2.</translation>
    </message>
    <message>
        <source>This is what visitors see already.</source>
        <extracomment>Installing changes nothing</extracomment>
        <translation>هذا ما يراه الزوار الآن.</translation>
    </message>
    <message>
        <source>Visitors see a newer one already: version %1. An older one is not taken from a stick. Under “On this device” you can go back to a version that was here before.</source>
        <extracomment>Installing an older version is not possible: the version that visitors see</extracomment>
        <translation>يرى الزوار إصدارًا أحدث: الإصدار %1. لا يؤخذ إصدار أقدم من ذاكرة USB. ومن «في هذا الجهاز» يمكنك العودة إلى إصدار كان هنا من قبل.</translation>
    </message>
    <message>
        <source>This cannot be installed</source>
        <extracomment>Title over the reason why a release on a stick cannot be installed</extracomment>
        <translation>لا يمكن تثبيت هذا</translation>
    </message>
    <message>
        <source>What changes for visitors</source>
        <extracomment>Title over what installing would change</extracomment>
        <translation>ما الذي يتغير للزوار</translation>
    </message>
    <message>
        <source>Visitors see the same as before.</source>
        <translation>يرى الزوار ما كانوا يرونه من قبل.</translation>
    </message>
    <message>
        <source>Nobody is interrupted: a visit under way ends with what it began with.</source>
        <extracomment>When visitors see the new content</extracomment>
        <translation>لا يُقاطَع أحد: تنتهي الزيارة الجارية بالمحتوى الذي بدأت به.</translation>
    </message>
    <message>
        <source>Version %1 stays on this device: you can go back to it with one touch.</source>
        <extracomment>The version that stays on the device</extracomment>
        <translation>يبقى الإصدار %1 في هذا الجهاز: يمكنك العودة إليه بلمسة واحدة.</translation>
    </message>
    <message>
        <source>To copy</source>
        <extracomment>Label: how much has to be copied</extracomment>
        <translation>ما يُنسخ</translation>
    </message>
    <message>
        <source>%1, the rest is here</source>
        <extracomment>How much has to be copied where much of it is on the device already</extracomment>
        <translation>%1، والباقي هنا</translation>
    </message>
    <message>
        <source>It takes</source>
        <extracomment>Label: how long it takes to install</extracomment>
        <translation>يستغرق</translation>
    </message>
    <message>
        <source>%1, longer with a slow stick</source>
        <extracomment>How long it takes to install, at most</extracomment>
        <translation>%1، وأكثر مع ذاكرة بطيئة</translation>
    </message>
    <message>
        <source>Room here</source>
        <extracomment>Label: how much more this device can hold</extracomment>
        <translation>المساحة هنا</translation>
    </message>
    <message>
        <source>%1: not enough</source>
        <extracomment>How much room there is, where it does not suffice</extracomment>
        <translation>%1: لا تكفي</translation>
    </message>
    <message>
        <source>%1: enough</source>
        <extracomment>How much room there is, where it suffices</extracomment>
        <translation>%1: تكفي</translation>
    </message>
</context>
<context>
    <name>ChangeQuestion</name>
    <message>
        <source>%1: visitors see this version at once, or as soon as the visit under way has ended. The one they see now stays on this device.</source>
        <extracomment>What showing another version does: the sites</extracomment>
        <translation>‏%1: يرى الزوار هذا الإصدار فورًا، أو حالما تنتهي الزيارة الجارية. ويبقى ما يرونه الآن في هذا الجهاز.</translation>
    </message>
    <message>
        <source>%1: visitors do not find this on this device any more. To bring it back you need the stick.</source>
        <extracomment>What removing content does that visitors see: the sites</extracomment>
        <translation>‏%1: لن يجد الزوار هذا في هذا الجهاز بعد الآن. ولإعادته تحتاج إلى ذاكرة USB.</translation>
    </message>
    <message>
        <source>%1: visitors notice nothing. You cannot go back to this version any more without its stick.</source>
        <extracomment>What removing content does that visitors do not see: the sites</extracomment>
        <translation>‏%1: لن يلاحظ الزوار شيئًا. ولن يمكنك العودة إلى هذا الإصدار بغير ذاكرته.</translation>
    </message>
    <message>
        <source>Show version %1 to visitors?</source>
        <extracomment>Asked before visitors are shown another version; its number</extracomment>
        <translation>هل تعرض الإصدار %1 على الزوار؟</translation>
    </message>
    <message>
        <source>Remove version %1?</source>
        <extracomment>Asked before a version is removed; its number</extracomment>
        <translation>هل تزيل الإصدار %1؟</translation>
    </message>
    <message>
        <source>Show version %1</source>
        <extracomment>Answer: visitors are shown this version; its number</extracomment>
        <translation>اعرض الإصدار %1</translation>
    </message>
    <message>
        <source>Remove version %1</source>
        <extracomment>Answer: this version is removed; its number</extracomment>
        <translation>أزِل الإصدار %1</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <extracomment>Answer: nothing is changed</extracomment>
        <translation>اترك كل شيء كما هو</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Is it one of these?</source>
        <extracomment>Title over two or three stops that the camera may have recognised</extracomment>
        <translation>هل هو واحد من هذه؟</translation>
    </message>
    <message>
        <source>Which one do you mean?</source>
        <extracomment>Title over the stops whose labels the camera sees at the same time</extracomment>
        <translation>أيّها تقصد؟</translation>
    </message>
    <message>
        <source>None of these</source>
        <extracomment>Answer to &quot;Is it one of these?&quot;: back to the camera</extracomment>
        <translation>ليس أيًّا منها</translation>
    </message>
    <message>
        <source>Back to the camera</source>
        <extracomment>Leaves the choice between several labels</extracomment>
        <translation>العودة إلى الكاميرا</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>اكتب رقمًا</translation>
    </message>
</context>
<context>
    <name>ClosingEntry</name>
    <message>
        <source>Closed until the end of %1</source>
        <extracomment>A stop or way is closed to the end of a day; the day</extracomment>
        <translation>مغلق حتى نهاية %1</translation>
    </message>
    <message>
        <source>Closed until somebody opens it</source>
        <extracomment>A stop or way is closed, and nobody said for how long</extracomment>
        <translation>مغلق حتى يفتحه أحد</translation>
    </message>
    <message>
        <source>Closed by its content</source>
        <extracomment>A stop or way that the installed content itself calls closed</extracomment>
        <translation>مغلق بحسب المحتوى نفسه</translation>
    </message>
    <message>
        <source>Lift</source>
        <extracomment>What a way is</extracomment>
        <translation>مصعد</translation>
    </message>
    <message>
        <source>Stairs</source>
        <extracomment>What a way is</extracomment>
        <translation>درج</translation>
    </message>
    <message>
        <source>Ramp</source>
        <extracomment>What a way is</extracomment>
        <translation>منحدر</translation>
    </message>
    <message>
        <source>Way</source>
        <extracomment>What a way is: a path on the flat</extracomment>
        <translation>طريق</translation>
    </message>
    <message>
        <source>%1 between %2 and %3</source>
        <extracomment>A way: what it is, and the two stops between which it leads</extracomment>
        <translation>%1 بين %2 و%3</translation>
    </message>
    <message>
        <source>Close for today</source>
        <extracomment>Closes a stop or way to the end of the day</extracomment>
        <translation>أغلق لليوم</translation>
    </message>
    <message>
        <source>Close until opened</source>
        <extracomment>Closes a stop or way until somebody opens it</extracomment>
        <translation>أغلق حتى يُفتح</translation>
    </message>
    <message>
        <source>Open again</source>
        <extracomment>Opens a stop or way that was closed</extracomment>
        <translation>افتح من جديد</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Closed now: %1</source>
        <extracomment>Title: how many stops and ways are closed now</extracomment>
        <translation>مغلق الآن: %1</translation>
    </message>
    <message>
        <source>Nothing is closed</source>
        <extracomment>Title where nothing is closed</extracomment>
        <translation>لا شيء مغلق</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <extracomment>After a stop or way was closed; its name</extracomment>
        <translation>أُغلق: %1</translation>
    </message>
    <message>
        <source>Open again: %1</source>
        <extracomment>After a stop or way was opened again; its name</extracomment>
        <translation>فُتح من جديد: %1</translation>
    </message>
    <message>
        <source>Close what visitors cannot see or go today. No suggestion and no tour leads there, from now on, on this device.</source>
        <extracomment>What the page of closed stops and ways is for</extracomment>
        <translation>أغلق ما لا يمكن للزوار رؤيته أو سلوكه اليوم. من الآن لا يقود إليه أي اقتراح ولا أي جولة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Show more (%1 left)</source>
        <extracomment>Shows more stops; how many are left</extracomment>
        <translation>أظهر المزيد (بقيت %1)</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Takes back what was closed or opened last</extracomment>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>اخرج واقفل</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Code: %1</source>
        <extracomment>Read aloud: what has been typed of a ticket&apos;s code so far</extracomment>
        <translation>الرمز: %1</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Has the typed code of a ticket looked at, and goes on</extracomment>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>CopyBar</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>How much has been copied, of how much</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Still %1</source>
        <extracomment>How long copying goes on for: a time in words</extracomment>
        <translation>المتبقي: %1</translation>
    </message>
    <message>
        <source>How long it takes is known in a moment</source>
        <extracomment>How long copying goes on for is not known yet</extracomment>
        <translation>ستُعرف المدة بعد لحظة</translation>
    </message>
</context>
<context>
    <name>DepthWords</name>
    <message>
        <source>In short</source>
        <extracomment>How much a visitor wants to be told: the least</extracomment>
        <translation>باختصار</translation>
    </message>
    <message>
        <source>The story</source>
        <extracomment>How much a visitor wants to be told: the usual</extracomment>
        <translation>الحكاية</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>How much a visitor wants to be told: the most</extracomment>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>For children</source>
        <extracomment>The story told for children</extracomment>
        <translation>للأطفال</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length in seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length in minutes</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <extracomment>What is to be seen at a stop, told to those who do not see it</extracomment>
        <translation>كيف يبدو</translation>
    </message>
</context>
<context>
    <name>DrivePage</name>
    <message>
        <source>Something is being installed just now.</source>
        <extracomment>Under a stick while something is being installed</extracomment>
        <translation>يجري تثبيت شيء الآن.</translation>
    </message>
    <message>
        <source>A moment</source>
        <extracomment>Under a stick while a publisher is being trusted, or a release shown or removed</extracomment>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Nothing can be installed from this stick before its publisher is trusted.</source>
        <extracomment>Under what is on a stick of an unknown publisher</extracomment>
        <translation>لا يمكن تثبيت شيء من هذه الذاكرة قبل الوثوق بناشرها.</translation>
    </message>
    <message>
        <source>You can take the stick out at any moment: visitors keep what they see until everything is copied and checked.</source>
        <extracomment>Above the button that installs</extracomment>
        <translation>يمكنك إخراج الذاكرة في أي لحظة: يبقى للزوار ما يرونه إلى أن يُنسخ كل شيء ويُفحص.</translation>
    </message>
    <message>
        <source>There is not enough room: %1 are missing. Leave something out, or remove an old version under “On this device”.</source>
        <extracomment>Above the button that installs, where there is no room: what is missing</extracomment>
        <translation>المساحة لا تكفي: ينقص %1. استغنِ عن شيء، أو أزِل إصدارًا قديمًا من «في هذا الجهاز».</translation>
    </message>
    <message>
        <source>Nothing on this device has changed. You can take the stick out at any moment.</source>
        <extracomment>Under a stick that brings nothing to install</extracomment>
        <translation>لم يتغير شيء في هذا الجهاز. يمكنك إخراج الذاكرة في أي لحظة.</translation>
    </message>
    <message>
        <source>No USB stick is plugged in</source>
        <extracomment>Title where no stick is plugged in</extracomment>
        <translation>لا توجد ذاكرة USB موصولة</translation>
    </message>
    <message>
        <source>Plug one in: this page then shows what is on it. Nothing changes before you say so.</source>
        <extracomment>What happens when a stick is plugged in</extracomment>
        <translation>صِل واحدة: تعرض هذه الصفحة عندئذ ما عليها. لا يتغير شيء قبل أن تطلب ذلك.</translation>
    </message>
    <message>
        <source>Reading the stick %1</source>
        <extracomment>Title while a stick is being read; its name</extracomment>
        <translation>تُقرأ الذاكرة %1</translation>
    </message>
    <message>
        <source>It takes a few seconds. Nothing on this device changes.</source>
        <extracomment>While a stick is being read</extracomment>
        <translation>يستغرق ذلك بضع ثوانٍ. لا يتغير شيء في هذا الجهاز.</translation>
    </message>
    <message>
        <source>Nothing can be installed from the stick %1</source>
        <extracomment>Title over the reason why nothing on a stick can be installed; the stick&apos;s name</extracomment>
        <translation>لا يمكن تثبيت شيء من الذاكرة %1</translation>
    </message>
    <message>
        <source>Visitors see the same as before.</source>
        <extracomment>Under the reason why nothing was installed</extracomment>
        <translation>يرى الزوار ما كانوا يرونه من قبل.</translation>
    </message>
    <message>
        <source>Compare the fingerprint</source>
        <extracomment>Asks staff to compare a stick&apos;s fingerprint with the one on paper</extracomment>
        <translation>قارن البصمة</translation>
    </message>
    <message>
        <source>Add what was left out</source>
        <extracomment>Installs languages or videos that were left out before</extracomment>
        <translation>أضف ما تُرك</translation>
    </message>
    <message>
        <source>Install version %1</source>
        <extracomment>Installs a release from a stick; its version</extracomment>
        <translation>ثبّت الإصدار %1</translation>
    </message>
    <message>
        <source>See how far it is</source>
        <extracomment>Leads to the page that shows how far an install is</extracomment>
        <translation>انظر أين وصل</translation>
    </message>
    <message>
        <source>Read the stick again</source>
        <extracomment>Reads the stick once more</extracomment>
        <translation>اقرأ الذاكرة ثانية</translation>
    </message>
    <message>
        <source>See what is on this device</source>
        <extracomment>Leads to the page that lists what is installed</extracomment>
        <translation>انظر ما في هذا الجهاز</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>This guide is resting</source>
        <extracomment>Title of the page shown while no content is installed</extracomment>
        <translation>هذا الدليل في استراحة</translation>
    </message>
    <message>
        <source>There is nothing to tell on this device yet. The people at the desk will give you another one.</source>
        <extracomment>To visitors, while no content is installed</extracomment>
        <translation>لا يوجد في هذا الجهاز ما يُروى بعد. سيعطيك العاملون في الاستقبال جهازًا آخر.</translation>
    </message>
    <message>
        <source>For staff: no content pack is installed, or none can be read. Plug in a USB stick with content and hold “Staff”. “kiosk doctor” says what is wrong.</source>
        <extracomment>To staff, while no content is installed</extracomment>
        <translation>للعاملين: لا توجد حزمة محتوى مثبتة، أو لا يمكن قراءة أي منها. صِل ذاكرة USB عليها محتوى واضغط «العاملون» مطوّلًا. يبيّن “kiosk doctor” موضع الخلل.</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>Your way, floor by floor</source>
        <extracomment>Heading over the floors of the plan on which the visitor was</extracomment>
        <translation>طريقك، طابقًا بعد طابق</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Leaves the last page; everything of the visit is wiped</extracomment>
        <translation>تمّ</translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message>
        <source>End your visit?</source>
        <extracomment>Asked before the visit is ended</extracomment>
        <translation>هل تنهي زيارتك؟</translation>
    </message>
    <message>
        <source>You will see what you saw. Then everything about your visit is wiped from this device.</source>
        <extracomment>Says what ending the visit does</extracomment>
        <translation>سنعرض عليك ما شاهدته، ثم يُمحى كل ما يخص زيارتك من هذا الجهاز.</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>إنهاء زيارتي</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>متابعة الزيارة</translation>
    </message>
</context>
<context>
    <name>EndWords</name>
    <message>
        <source>Your visit</source>
        <extracomment>Title of the last page</extracomment>
        <translation>زيارتك</translation>
    </message>
    <message>
        <source>%1 of %2 stops</source>
        <extracomment>For example &quot;3 of 10 stops&quot;; after it come the minutes</extracomment>
        <translation>%1 من %2 من المحطات</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long the visit was</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <extracomment>Asked on the last page; the answer is one to five stars</extracomment>
        <translation>كيف كانت زيارتك؟</translation>
    </message>
    <message>
        <source>Take a visit pass with you</source>
        <extracomment>Shows a code that carries the visitor&apos;s wishes to the next visit</extracomment>
        <translation>خذ بطاقة زيارة معك</translation>
    </message>
    <message>
        <source>Take a code for %1 with you</source>
        <extracomment>Shows a code that the visitor can use at another heritage site; %1 is its name</extracomment>
        <translation>خذ معك رمزًا لموقع %1</translation>
    </message>
    <message>
        <source>You stayed longest with</source>
        <extracomment>Heading over the stop this visitor stayed with longest</extracomment>
        <translation>أطول وقفة لك كانت عند</translation>
    </message>
    <message>
        <source>For another time</source>
        <extracomment>Heading over stops this visitor did not open</extracomment>
        <translation>لمرة أخرى</translation>
    </message>
    <message>
        <source>Near here</source>
        <extracomment>Heading over other heritage sites near by</extracomment>
        <translation>بالقرب من هنا</translation>
    </message>
    <message>
        <source>from sunrise to sunset</source>
        <extracomment>Opening hours, after the days</extracomment>
        <translation>من شروق الشمس إلى غروبها</translation>
    </message>
    <message>
        <source>Open daily %1</source>
        <extracomment>Opening hours of every day; the hours follow</extracomment>
        <translation>مفتوح يوميًا %1</translation>
    </message>
    <message>
        <source>Open %1: %2</source>
        <extracomment>Opening hours of some days; the days and their hours follow</extracomment>
        <translation>مفتوح %1: %2</translation>
    </message>
</context>
<context>
    <name>ExpectNotes</name>
    <message>
        <source>Looking what fits …</source>
        <extracomment>While it is worked out what a span of time holds</extracomment>
        <translation>نبحث عمّا يتّسع له الوقت …</translation>
    </message>
    <message>
        <source>As measured in visits here.</source>
        <extracomment>How the number of stops is known</extracomment>
        <translation>كما قيس في زيارات هنا.</translation>
    </message>
    <message>
        <source>Worked out from the length of the stories and the ways; nothing has been measured here yet.</source>
        <extracomment>How the number of stops is known where nothing has been measured yet</extracomment>
        <translation>محسوب من طول الحكايات والطرق؛ لم يُقَس هنا شيء بعد.</translation>
    </message>
    <message>
        <source>Closed today: %1 and %2 more</source>
        <extracomment>Stops that are closed today, by name, and how many more</extracomment>
        <translation>مغلق اليوم: %1 و%2 غيرها</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Closed today: %1</source>
        <extracomment>Stops that are closed today, by name</extracomment>
        <translation>مغلق اليوم: %1</translation>
    </message>
    <message>
        <source>Visitors give %1 of 5 stars (%2 ratings).</source>
        <extracomment>What other visitors gave on the average, of five stars; then how many of them did</extracomment>
        <translation>يمنح الزوّار %1 من 5 نجوم (%2 تقييمًا).</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>Pause the film</source>
        <extracomment>Pauses a film</extracomment>
        <translation>أوقف الفيلم مؤقتًا</translation>
    </message>
    <message>
        <source>Play the film</source>
        <extracomment>Lets a film go on, or shows it again</extracomment>
        <translation>شغّل الفيلم</translation>
    </message>
    <message>
        <source>This film cannot be shown on this device.</source>
        <extracomment>Where a film cannot be shown</extracomment>
        <translation>لا يمكن عرض هذا الفيلم على هذا الجهاز.</translation>
    </message>
    <message>
        <source>The film speaks %1.</source>
        <extracomment>Where what is spoken in a film is not in the visitor&apos;s language; the language&apos;s own name follows</extracomment>
        <translation>لغة الفيلم: %1.</translation>
    </message>
</context>
<context>
    <name>FollowVoice</name>
    <message>
        <source>Back to where I was</source>
        <extracomment>After a touch on a sentence has led there: goes back to where the story was before</extracomment>
        <translation>العودة إلى حيث كنت</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <extracomment>Goes back to the page before; short, below an icon</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Makes all text larger, and at last its usual size again; short, below an icon</extracomment>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Ends this visit and wipes it from the device; short, below an icon</extracomment>
        <translation>إنهاء زيارتي</translation>
    </message>
</context>
<context>
    <name>FoundBeside</name>
    <message>
        <source>Walks</source>
        <translation>جولات</translation>
    </message>
    <message>
        <source>Other places</source>
        <extracomment>Heading over other sites that a search finds</extracomment>
        <translation>أماكن أخرى</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Come closer</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: the code is too small in it</extracomment>
        <translation>اقترب أكثر</translation>
    </message>
    <message>
        <source>A little farther</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: the code is too near</extracomment>
        <translation>ابتعد قليلًا</translation>
    </message>
    <message>
        <source>Hold still</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: the picture is blurred</extracomment>
        <translation>ثبّت الجهاز</translation>
    </message>
    <message>
        <source>More light</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: it is too dark</extracomment>
        <translation>ضوء أكثر</translation>
    </message>
    <message>
        <source>Tilt away from the lamp</source>
        <extracomment>Guidance over the camera&apos;s picture, large and short: a lamp is mirrored in the label</extracomment>
        <translation>أمِله بعيدًا عن الضوء</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>Type a number</source>
        <extracomment>Goes to the number pad</extracomment>
        <translation>اكتب رقمًا</translation>
    </message>
    <message>
        <source>All stops</source>
        <extracomment>Goes to the list of all stops</extracomment>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <extracomment>Goes to the plan of the site</extracomment>
        <translation>مخطط الموقع</translation>
    </message>
    <message>
        <source>Walks</source>
        <extracomment>Heading over ready-made tours</extracomment>
        <translation>جولات</translation>
    </message>
    <message>
        <source>Type the number on the label of a stop</source>
        <extracomment>Guidance where the device has no camera</extracomment>
        <translation>اكتب الرقم المدوَّن على لوحة المحطة</translation>
    </message>
    <message>
        <source>This stop is newer than the guide on this device. All other stops are here.</source>
        <extracomment>After a code of this site that the installed content does not have yet</extracomment>
        <translation>هذه المحطة أحدث من الدليل في هذا الجهاز. سائر المحطات موجودة هنا.</translation>
    </message>
    <message>
        <source>Point at the code beside a stop</source>
        <extracomment>Guidance over the camera&apos;s picture</extracomment>
        <translation>وجّه الكاميرا إلى الرمز بجانب المحطة</translation>
    </message>
    <message>
        <source>The camera gives no picture. Type the number on the label of a stop.</source>
        <extracomment>Guidance where the camera has stopped to give a picture</extracomment>
        <translation>لا تصل صورة من الكاميرا. اكتب الرقم المدوَّن على لوحة المحطة.</translation>
    </message>
    <message>
        <source>Welcome. Your pass has set the guide up.</source>
        <extracomment>On the first page of the visit, after a visit pass was read</extracomment>
        <translation>أهلًا بك. ضبطت بطاقتك الدليل.</translation>
    </message>
    <message>
        <source>Welcome back. Stops you have seen here before: %1</source>
        <extracomment>On the first page of the visit, after a visit pass was read; then a number of stops</extracomment>
        <translation>أهلًا بعودتك. محطات رأيتها هنا من قبل: %1</translation>
    </message>
    <message>
        <source>Welcome from %1.</source>
        <extracomment>After a code that the visitor was given at another site; %1 is that site&apos;s name</extracomment>
        <translation>أهلًا بك قادمًا من %1.</translation>
    </message>
    <message>
        <source>Welcome. Your code from another site has been taken.</source>
        <extracomment>After a code that the visitor was given at another site, whose name is not known here</extracomment>
        <translation>أهلًا بك. لقد قُبل رمزك من موقع آخر.</translation>
    </message>
    <message>
        <source>I have a code from another site</source>
        <extracomment>Goes to the page where a code that was given at another heritage site is shown</extracomment>
        <translation>معي رمز من موقع آخر</translation>
    </message>
    <message>
        <source>What visitors say about this place</source>
        <extracomment>On the first page of the visit: goes to what earlier visitors said about the whole site</extracomment>
        <translation>ماذا يقول الزوار عن هذا المكان</translation>
    </message>
    <message>
        <source>Tell the site something</source>
        <extracomment>On the first page of the visit: goes to the page on which a visitor can say something about the whole site</extracomment>
        <translation>قل شيئًا للموقع</translation>
    </message>
    <message>
        <source>That code belongs to something else. If it is stuck over the label of a stop, tell the desk. The number on the label leads to the stop too.</source>
        <extracomment>After a code that is not of this site: a poster, a ticket, or a sticker that somebody put over ours</extracomment>
        <translation>هذا الرمز يخصّ شيئًا آخر. إن كان ملصقًا فوق لوحة محطة فأخبر الاستقبال. رقم اللوحة يقود إلى المحطة أيضًا.</translation>
    </message>
    <message>
        <source>It may be easier to type the number on the label.</source>
        <extracomment>After some seconds in which nothing could be read: the way on is the button below these words</extracomment>
        <translation>قد يكون أسهل أن تكتب الرقم المدوَّن على اللوحة.</translation>
    </message>
    <message>
        <source>Point at the code beside a stop, or at the thing itself</source>
        <extracomment>Guidance over the camera&apos;s picture, where the guide also knows things by their looks</extracomment>
        <translation>وجّه الكاميرا إلى الرمز بجانب المحطة، أو إلى الشيء نفسه</translation>
    </message>
</context>
<context>
    <name>HubEnrol</name>
    <message>
        <source>Enrol this device</source>
        <extracomment>Title: the device is made known to the operator&apos;s hub</extracomment>
        <translation>تسجيل هذا الجهاز</translation>
    </message>
    <message>
        <source>The operator gives you a code. Scan the one in black and white, or type its twelve letters and digits.</source>
        <extracomment>How a device is made known to the hub</extracomment>
        <translation>يعطيك المشغّل رمزًا. امسح الرمز الأبيض والأسود، أو اكتب حروفه وأرقامه الاثني عشر.</translation>
    </message>
    <message>
        <source>Enrol it again</source>
        <extracomment>Shows how to make the device known to the hub once more</extracomment>
        <translation>تسجيله من جديد</translation>
    </message>
    <message>
        <source>The camera does not answer. Plug it in again.</source>
        <extracomment>The camera does not work</extracomment>
        <translation>الكاميرا لا تستجيب. صلها من جديد.</translation>
    </message>
    <message>
        <source>This is not the hub&apos;s code.</source>
        <extracomment>The code before the camera is another one</extracomment>
        <translation>هذا ليس رمز المركز.</translation>
    </message>
    <message>
        <source>Scan the code</source>
        <extracomment>Switches the camera on to scan the hub&apos;s code</extracomment>
        <translation>امسح الرمز</translation>
    </message>
    <message>
        <source>Scan no more</source>
        <extracomment>Switches the camera off again</extracomment>
        <translation>أوقف المسح</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <extracomment>Read aloud: what was typed of the hub&apos;s code</extracomment>
        <translation>الرمز: %1</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last sign typed</extracomment>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Enrol</source>
        <extracomment>Makes the device known to the hub with the code that was typed</extracomment>
        <translation>سجّل</translation>
    </message>
</context>
<context>
    <name>HubPage</name>
    <message>
        <source>This device has no hub</source>
        <extracomment>Title: this device sends its figures to nobody</extracomment>
        <translation>ليس لهذا الجهاز مركز</translation>
    </message>
    <message>
        <source>Everything is at the hub</source>
        <extracomment>Title: all figures have arrived at the operator&apos;s hub</extracomment>
        <translation>وصل كل شيء إلى المركز</translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait for the hub</source>
        <extracomment>Title: so many figures have not arrived at the operator&apos;s hub yet</extracomment>
        <translation>
            <numerusform>لا شيء ينتظر المركز (%n)</numerusform>
            <numerusform>قيد واحد (%n) ينتظر المركز</numerusform>
            <numerusform>قيدان (%n) ينتظران المركز</numerusform>
            <numerusform>‏%n قيود تنتظر المركز</numerusform>
            <numerusform>‏%n قيدًا ينتظر المركز</numerusform>
            <numerusform>‏%n قيد ينتظر المركز</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest waits for</source>
        <extracomment>Label: how long the oldest figures have been waiting</extracomment>
        <translation>أقدمها ينتظر منذ</translation>
    </message>
    <message>
        <source>The hub was reached</source>
        <extracomment>Label: how long ago the hub was last reached</extracomment>
        <translation>آخر وصول إلى المركز</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>How long ago something was</extracomment>
        <translation>‏قبل %1</translation>
    </message>
    <message>
        <source>Written to a stick</source>
        <extracomment>Label: how long ago figures were written to a stick</extracomment>
        <translation>كُتب على ذاكرة USB</translation>
    </message>
    <message>
        <source>Hub</source>
        <extracomment>Label: the address of the operator&apos;s hub</extracomment>
        <translation>المركز</translation>
    </message>
    <message>
        <source>Known there as</source>
        <extracomment>Label: what the operator&apos;s hub calls this device</extracomment>
        <translation>اسمه هناك</translation>
    </message>
    <message>
        <source>not enrolled</source>
        <extracomment>The device has no code from its hub yet</extracomment>
        <translation>غير مسجّل</translation>
    </message>
    <message>
        <source>Nothing is lost: everything stays on this device until the hub has it.</source>
        <extracomment>Above the button that sends figures to the hub now</extracomment>
        <translation>لا يضيع شيء: يبقى كل شيء على هذا الجهاز حتى يصل إلى المركز.</translation>
    </message>
    <message>
        <source>Send now</source>
        <extracomment>Sends figures to the hub now</extracomment>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>اخرج واقفل</translation>
    </message>
</context>
<context>
    <name>HubResult</name>
    <message>
        <source>Writing to the stick: leave it plugged in</source>
        <extracomment>Title while figures are written to a stick</extracomment>
        <translation>تجري الكتابة على الذاكرة: اتركها موصولة</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <extracomment>Title while the device is made known to the hub</extracomment>
        <translation>يجري سؤال المركز</translation>
    </message>
    <message>
        <source>Nothing was written to the stick</source>
        <extracomment>Title: the stick was not used</extracomment>
        <translation>لم يُكتب شيء على الذاكرة</translation>
    </message>
    <message>
        <source>The stick is ready: take it to the hub</source>
        <extracomment>Title after figures were written to a stick</extracomment>
        <translation>الذاكرة جاهزة: خذها إلى المركز</translation>
    </message>
    <message>
        <source>The device was not enrolled</source>
        <extracomment>Title: the device was not made known to the hub</extracomment>
        <translation>لم يُسجَّل الجهاز</translation>
    </message>
    <message>
        <source>The device is enrolled</source>
        <extracomment>Title after the device was made known to the hub</extracomment>
        <translation>سُجِّل الجهاز</translation>
    </message>
    <message>
        <source>%1 are on the stick for the hub. It had acknowledged %2.</source>
        <extracomment>After figures were written to a stick: how many, and how many the hub had acknowledged</extracomment>
        <translation>‏على الذاكرة %1 للمركز، وكان قد أكّد استلام %2.</translation>
    </message>
</context>
<context>
    <name>HubStick</name>
    <message>
        <source>By USB stick</source>
        <extracomment>Title: figures can be carried by a USB stick</extracomment>
        <translation>بذاكرة USB</translation>
    </message>
    <message>
        <source>Once this device is enrolled, a stick can carry what waits: sealed, so that only the hub can read it.</source>
        <extracomment>Carrying figures by stick needs the hub&apos;s keys</extracomment>
        <translation>بعد تسجيل هذا الجهاز يمكن لذاكرة USB أن تحمل ما ينتظر، مختومًا لا يقرؤه إلا المركز.</translation>
    </message>
    <message>
        <source>Plug a stick in. What waits is sealed, so that only the hub can read it; it stays here until the hub has it.</source>
        <extracomment>No stick is plugged in</extracomment>
        <translation>صِل ذاكرة USB. ما ينتظر مختوم لا يقرؤه إلا المركز، ويبقى هنا حتى يصل إليه.</translation>
    </message>
    <message>
        <source>What waits is sealed, so that only the hub can read it; it stays here until the hub has it.</source>
        <extracomment>A stick is plugged in</extracomment>
        <translation>ما ينتظر مختوم لا يقرؤه إلا المركز، ويبقى هنا حتى يصل إليه.</translation>
    </message>
    <message>
        <source>Write to the stick %1</source>
        <extracomment>Writes figures to a stick; its name</extracomment>
        <translation>اكتب على الذاكرة %1</translation>
    </message>
    <message>
        <source>This stick can only be read: slide its lock open, or have somebody change how this device takes sticks in.</source>
        <extracomment>Why nothing can be written to a stick</extracomment>
        <translation>هذه الذاكرة للقراءة فقط: افتح قفلها، أو اطلب تغيير طريقة استقبال هذا الجهاز للذاكرات.</translation>
    </message>
</context>
<context>
    <name>HubWords</name>
    <message>
        <source>Figures stay on this device: it does not know where to send them.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>تبقى الأرقام على هذا الجهاز: لا يعرف إلى أين يرسلها.</translation>
    </message>
    <message>
        <source>This device has no network.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>ليس لهذا الجهاز شبكة.</translation>
    </message>
    <message>
        <source>There is a network, but the hub does not answer.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>توجد شبكة، لكن المركز لا يجيب.</translation>
    </message>
    <message>
        <source>Somebody else answers in the hub&apos;s place: often a page on which the network asks to log in.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>يجيب غير المركز مكانه: غالبًا صفحة تطلب فيها الشبكة تسجيل الدخول.</translation>
    </message>
    <message>
        <source>The date or time of this device is wrong, so that the hub cannot be told from others.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>تاريخ هذا الجهاز أو وقته خطأ، فلا يمكن تمييز المركز عن غيره.</translation>
    </message>
    <message>
        <source>The hub does not know this device.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>لا يعرف المركز هذا الجهاز.</translation>
    </message>
    <message>
        <source>The hub takes nothing from this device any more: it was shut out there.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>لم يعد المركز يقبل شيئًا من هذا الجهاز: أُوقف هناك.</translation>
    </message>
    <message>
        <source>The hub refused what this device sent.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>رفض المركز ما أرسله هذا الجهاز.</translation>
    </message>
    <message>
        <source>The hub is busy.</source>
        <extracomment>Why figures are not sent at the moment</extracomment>
        <translation>المركز مشغول.</translation>
    </message>
    <message>
        <source>They are sent slowly on purpose, to spare the network.</source>
        <extracomment>Why figures are sent slowly</extracomment>
        <translation>تُرسل ببطء عمدًا للتخفيف عن الشبكة.</translation>
    </message>
    <message>
        <source>The disk of this device does not do its part.</source>
        <extracomment>Why figures are not sent</extracomment>
        <translation>قرص هذا الجهاز لا يعمل كما ينبغي.</translation>
    </message>
    <message>
        <source>Ask the operator for a code and enrol the device below.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اطلب رمزًا من المشغّل وسجّل الجهاز أدناه.</translation>
    </message>
    <message>
        <source>Connect it, or write to a stick below and take it to the hub.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>صِله بشبكة، أو اكتب على ذاكرة USB أدناه وخذها إلى المركز.</translation>
    </message>
    <message>
        <source>Ask the operator whether the hub is running. A stick can carry them too.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اسأل المشغّل هل المركز يعمل. ويمكن حملها بذاكرة USB أيضًا.</translation>
    </message>
    <message>
        <source>Ask who runs the network to let this device through.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اطلب ممن يدير الشبكة أن يسمح لهذا الجهاز بالمرور.</translation>
    </message>
    <message>
        <source>Set the date and the time.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اضبط التاريخ والوقت.</translation>
    </message>
    <message>
        <source>Ask the operator why, and for a new code.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اسأل المشغّل عن السبب، واطلب رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>Ask the operator to look at the hub.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اطلب من المشغّل أن يفحص المركز.</translation>
    </message>
    <message>
        <source>Nothing: the device tries again by itself.</source>
        <extracomment>What to do where figures are not sent at the moment</extracomment>
        <translation>لا شيء: يحاول الجهاز من جديد بنفسه.</translation>
    </message>
    <message>
        <source>Have somebody look at the disk: kiosk doctor says what is wrong.</source>
        <extracomment>What to do so that figures are sent</extracomment>
        <translation>اطلب من أحد أن يفحص القرص: يقول kiosk doctor ما الخلل.</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>%1, version %2</source>
        <translation>‏%1، الإصدار %2</translation>
    </message>
    <message>
        <source>Visitors see version %1, whole, as before.</source>
        <extracomment>What visitors see while, or because, nothing new was installed: a version</extracomment>
        <translation>يرى الزوار الإصدار %1 كاملًا كما كان.</translation>
    </message>
    <message>
        <source>Visitors see the same as before.</source>
        <extracomment>Nothing of this content was here before</extracomment>
        <translation>يرى الزوار ما كانوا يرونه من قبل.</translation>
    </message>
    <message>
        <source>Installing %1</source>
        <extracomment>Title while content is being installed; the sites and the version</extracomment>
        <translation>يجري تثبيت %1</translation>
    </message>
    <message>
        <source>Stopping</source>
        <extracomment>Title while an install is being stopped</extracomment>
        <translation>يجري الإيقاف</translation>
    </message>
    <message>
        <source>Installed: %1</source>
        <extracomment>Title after content was installed; the sites and the version</extracomment>
        <translation>ثُبّت: %1</translation>
    </message>
    <message>
        <source>Here already: %1</source>
        <extracomment>Title after there was nothing to install; the sites and the version</extracomment>
        <translation>موجود هنا: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <extracomment>Title after an install was stopped; the sites and the version</extracomment>
        <translation>أُوقف: %1</translation>
    </message>
    <message>
        <source>Not installed: %1</source>
        <extracomment>Title after content was not installed; the sites and the version</extracomment>
        <translation>لم يُثبّت: %1</translation>
    </message>
    <message>
        <source>Everything is copied and checked. Visitors see it as soon as the visit under way has ended.</source>
        <extracomment>After an install, while somebody is visiting</extracomment>
        <translation>نُسخ كل شيء وفُحص. يراه الزوار حالما تنتهي الزيارة الجارية.</translation>
    </message>
    <message>
        <source>Everything is copied and checked. Visitors see it now.</source>
        <extracomment>After an install</extracomment>
        <translation>نُسخ كل شيء وفُحص. يراه الزوار الآن.</translation>
    </message>
    <message>
        <source>Everything is copied and checked. Visitors see another version.</source>
        <extracomment>After an install that staff have gone back from</extracomment>
        <translation>نُسخ كل شيء وفُحص. يرى الزوار إصدارًا آخر.</translation>
    </message>
    <message>
        <source>Nothing had to be copied. Visitors see the same as before.</source>
        <extracomment>After there was nothing to install</extracomment>
        <translation>لم يلزم نسخ شيء. يرى الزوار ما كانوا يرونه من قبل.</translation>
    </message>
    <message>
        <source>What was copied is kept: the next time it goes quicker.</source>
        <extracomment>After an install was stopped; before it stands what visitors see</extracomment>
        <translation>ما نُسخ محفوظ: يكون الأمر أسرع في المرة القادمة.</translation>
    </message>
    <message>
        <source>Once everything is copied and checked they see version %1. Nobody is interrupted: a visit under way ends with what it began with.</source>
        <extracomment>While content is being installed: when visitors see it</extracomment>
        <translation>حين يُنسخ كل شيء ويُفحص يرون الإصدار %1. لا يُقاطَع أحد: تنتهي الزيارة الجارية بالمحتوى الذي بدأت به.</translation>
    </message>
    <message>
        <source>Taking the stick out does no harm: the rest is copied when it is plugged in again. Visits can go on meanwhile.</source>
        <extracomment>While content is being installed: what happens when the stick is pulled</extracomment>
        <translation>إخراج الذاكرة لا يضر: يُنسخ الباقي حين توصل ثانية. ويمكن أن تستمر الزيارات أثناء ذلك.</translation>
    </message>
    <message>
        <source>You can take the stick out.</source>
        <extracomment>After an install</extracomment>
        <translation>يمكنك إخراج الذاكرة.</translation>
    </message>
    <message>
        <source>You may close these pages: copying goes on by itself.</source>
        <extracomment>Above the button that closes the staff&apos;s pages while content is being installed</extracomment>
        <translation>يمكنك إغلاق هذه الصفحات: يستمر النسخ من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <extracomment>Closes the staff&apos;s pages; the next who comes has to type the PIN</extracomment>
        <translation>اخرج واقفل</translation>
    </message>
    <message>
        <source>Back to the stick</source>
        <extracomment>Leads back to the stick after an install that did not come about</extracomment>
        <translation>عد إلى الذاكرة</translation>
    </message>
    <message>
        <source>Go back to version %1</source>
        <extracomment>Shows visitors the version from before the install again; its number</extracomment>
        <translation>عد إلى الإصدار %1</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <extracomment>Stops an install under way</extracomment>
        <translation>أوقف النسخ</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Number: %1</source>
        <extracomment>Read aloud: what has been typed so far</extracomment>
        <translation>الرقم: %1</translation>
    </message>
    <message>
        <source>No stop here has the number %1. Look at the label once more, or choose from all stops.</source>
        <extracomment>After a number that no stop here bears</extracomment>
        <translation>لا توجد هنا محطة رقمها %1. انظر إلى اللوحة مرة أخرى أو اختر من كل المحطات.</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Opens the stop whose number was typed; short, on a key</extracomment>
        <translation>افتح</translation>
    </message>
</context>
<context>
    <name>LabelEntry</name>
    <message>
        <source>Something seems to be stuck over it</source>
        <extracomment>A label: a strange code seems to hang over it</extracomment>
        <translation>يبدو أن شيئًا ملصقًا فوقها</translation>
    </message>
    <message>
        <source>A code that imitates yours was met here</source>
        <extracomment>A label: somebody hung a code there that imitates the site&apos;s own</extracomment>
        <translation>وُجد هنا رمز يقلّد رمزكم</translation>
    </message>
    <message>
        <source>Not read since %1, while other labels are</source>
        <extracomment>A label that visitors used to read and do not read any more; the day it was last read</extracomment>
        <translation>لم تُقرأ منذ %1، واللوحات الأخرى تُقرأ</translation>
    </message>
    <message>
        <source>It is wearing out: print it anew before long</source>
        <extracomment>A label that is read with ever more trouble</extracomment>
        <translation>إنها تبلى: اطبعها من جديد قريبًا</translation>
    </message>
    <message>
        <source>A strange code was met here</source>
        <extracomment>A label beside which a strange code was scanned, once or twice</extracomment>
        <translation>وُجد هنا رمز غريب</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <extracomment>A label that no visitor has read yet</extracomment>
        <translation>لم تُقرأ بعد</translation>
    </message>
    <message>
        <source>All right</source>
        <extracomment>A label that is all right</extracomment>
        <translation>سليمة</translation>
    </message>
    <message>
        <source>Go and look. Take off what does not belong there, and scan the label on a round or touch “It is all right”.</source>
        <extracomment>What to do about a label that seems to be covered</extracomment>
        <translation>اذهب وانظر. أزل ما ليس مكانه هناك، وامسح اللوحة في جولة أو المس «كل شيء سليم».</translation>
    </message>
    <message>
        <source>Go and look whether it still hangs there and can be seen.</source>
        <extracomment>What to do about a label that is not read any more</extracomment>
        <translation>اذهب وانظر هل ما زالت معلّقة هناك وهل تُرى.</translation>
    </message>
    <message>
        <source>Clean it first. If that does not help, print it anew, hang it, and touch “Printed anew”.</source>
        <extracomment>What to do about a label that is wearing out</extracomment>
        <translation>نظّفها أولًا. إن لم ينفع ذلك فاطبعها من جديد وعلّقها والمس «طُبعت من جديد».</translation>
    </message>
    <message>
        <source>%1 today</source>
        <extracomment>How many strange codes were scanned at this label today</extracomment>
        <translation>%1 اليوم</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>How many strange codes were scanned at this label on a day; the day</extracomment>
        <translation>%1 في %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>How much of a code&apos;s reserve is left when it is read, in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %, at first %2 %</source>
        <extracomment>How much of a code&apos;s reserve is left when it is read, in percent, now and at first</extracomment>
        <translation>%1 %، وفي البداية %2 %</translation>
    </message>
    <message>
        <source>Strange codes</source>
        <extracomment>Label: how many strange codes were scanned where this label hangs</extracomment>
        <translation>رموز غريبة</translation>
    </message>
    <message>
        <source>Could not be read, in 30 days</source>
        <extracomment>Label: how often visitors could not read this label, in a month</extracomment>
        <translation>تعذّرت قراءتها، في 30 يومًا</translation>
    </message>
    <message>
        <source>Read by visitors, in 30 days</source>
        <extracomment>Label: how often visitors read this label, in a month</extracomment>
        <translation>قرأها الزوار، في 30 يومًا</translation>
    </message>
    <message>
        <source>Reserve</source>
        <extracomment>Label: how much a code has to spare when it is read; it shrinks as the label gets dirty, pale or scratched</extracomment>
        <translation>الاحتياطي</translation>
    </message>
    <message>
        <source>Found in its place</source>
        <extracomment>Label: the day a round found this label at its stop</extracomment>
        <translation>وُجدت في مكانها</translation>
    </message>
    <message>
        <source>Has this label been printed and hung anew? What is known of how it was read is then forgotten.</source>
        <extracomment>Asked before the count of a label begins anew</extracomment>
        <translation>هل طُبعت هذه اللوحة وعُلّقت من جديد؟ عندئذ يُنسى ما عُرف عن قراءتها.</translation>
    </message>
    <message>
        <source>It is all right</source>
        <extracomment>Says that somebody looked at a label and nothing is over it</extracomment>
        <translation>كل شيء سليم</translation>
    </message>
    <message>
        <source>Printed anew</source>
        <extracomment>Says that a label was printed and hung anew; asked once more</extracomment>
        <translation>طُبعت من جديد</translation>
    </message>
    <message>
        <source>Yes, it is new</source>
        <extracomment>Answer: the label was printed and hung anew</extracomment>
        <translation>نعم، إنها جديدة</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Answer: the label is the old one</extracomment>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>LabelsPage</name>
    <message>
        <source>Looking at what is known of the labels</source>
        <extracomment>Title while it is being read what is known of the labels</extracomment>
        <translation>يُنظر في ما يُعرف عن اللوحات</translation>
    </message>
    <message>
        <source>Labels that need somebody: %1</source>
        <extracomment>Title: how many labels somebody should look at</extracomment>
        <translation>لوحات تحتاج إلى أحد: %1</translation>
    </message>
    <message>
        <source>No label needs anybody</source>
        <extracomment>Title where no label needs anybody</extracomment>
        <translation>لا لوحة تحتاج إلى أحد</translation>
    </message>
    <message>
        <source>This device counts how well visitors read each label, and what they meet in its place. On a round you scan each label once: so you know that each hangs at its stop.</source>
        <extracomment>What the page of the labels is, and what a round is for</extracomment>
        <translation>يحصي هذا الجهاز كيف يقرأ الزوار كل لوحة، وما يجدونه مكانها. في الجولة تمسح كل لوحة مرة: فتعرف أن كلًّا منها معلّقة عند محطتها.</translation>
    </message>
    <message>
        <source>Show more (%1 left)</source>
        <extracomment>Shows more labels; how many are left</extracomment>
        <translation>أظهر المزيد (بقيت %1)</translation>
    </message>
    <message>
        <source>A round is under way: %1 found, %2 still to scan.</source>
        <extracomment>A round of the labels was begun and not ended: how many were found, and how many are missing</extracomment>
        <translation>جولة جارية: وُجدت %1، وبقيت %2 للمسح.</translation>
    </message>
    <message>
        <source>Go on with the round</source>
        <extracomment>Goes on with the round of the labels</extracomment>
        <translation>تابع الجولة</translation>
    </message>
    <message>
        <source>Begin a round</source>
        <extracomment>Begins a round: each label is scanned once</extracomment>
        <translation>ابدأ جولة</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>اخرج واقفل</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <extracomment>Title of the page where the language is chosen</extracomment>
        <translation>اختر لغتك</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Heading over the choice of text size, as on the foot&apos;s button</extracomment>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Usual</source>
        <extracomment>Size of the text</extracomment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>Size of the text</extracomment>
        <translation>كبير</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>Size of the text</extracomment>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>Light of the screen</source>
        <extracomment>Heading over the choice of dark, light or high contrast screens</extracomment>
        <translation>إضاءة الشاشة</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>A dark screen, for galleries</extracomment>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>A light screen, for outdoors</extracomment>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>Black and white, the greatest contrast</extracomment>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Read the screen to me</source>
        <extracomment>Has the whole screen read aloud, for those who do not see it</extracomment>
        <translation>اقرأ لي الشاشة</translation>
    </message>
    <message>
        <source>I have a visit pass</source>
        <extracomment>Goes to the page where the pass of an earlier visit is read</extracomment>
        <translation>لديّ بطاقة زيارة</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Space</source>
        <extracomment>The key that puts a space between words</extracomment>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>The key that takes back the last letter</extracomment>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>LoudnessChoice</name>
    <message>
        <source>Silent. The words run along.</source>
        <extracomment>How loud the voice is: not to be heard</extracomment>
        <translation>بلا صوت. تتقدّم الكلمات وحدها.</translation>
    </message>
    <message>
        <source>As loud as it can be here</source>
        <extracomment>How loud the voice is: it cannot be louder on this device</extracomment>
        <translation>أعلى صوت ممكن هنا</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How loud the voice is, for example &quot;7 of 10&quot;</extracomment>
        <translation>‏%1 من %2</translation>
    </message>
    <message>
        <source>Quieter</source>
        <extracomment>Makes the voice less loud</extracomment>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Louder</source>
        <extracomment>Makes the voice louder</extracomment>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Loudness</source>
        <extracomment>Heading over the loudness of the voice</extracomment>
        <translation>شدة الصوت</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Plan of the site</source>
        <translation>مخطط الموقع</translation>
    </message>
    <message>
        <source>Floor</source>
        <extracomment>Heading over the floors of the plan</extracomment>
        <translation>الطابق</translation>
    </message>
    <message>
        <source>Your tour</source>
        <extracomment>Goes to the page of the tour that the visitor follows</extracomment>
        <translation>جولتك</translation>
    </message>
</context>
<context>
    <name>NearbyPage</name>
    <message>
        <source>Places near here</source>
        <extracomment>Title of the page of other sites near by</extracomment>
        <translation>أماكن قريبة من هنا</translation>
    </message>
    <message>
        <source>No other site near here is known to this guide.</source>
        <extracomment>On the page of other sites, where none is known</extracomment>
        <translation>لا يعرف هذا الدليل موقعًا آخر قريبًا من هنا.</translation>
    </message>
    <message>
        <source>Within a walk</source>
        <extracomment>Heading over sites within two kilometres</extracomment>
        <translation>على مسافة مشي</translation>
    </message>
    <message>
        <source>A short ride away</source>
        <extracomment>Heading over sites within five kilometres</extracomment>
        <translation>على مسافة ركوب قصيرة</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>كل المحطات</translation>
    </message>
</context>
<context>
    <name>NearbyRow</name>
    <message>
        <source>Less known than it deserves</source>
        <extracomment>Beside a site to which few people go</extracomment>
        <translation>مكان يستحق أن يُعرف أكثر</translation>
    </message>
    <message>
        <source>%1 m on foot</source>
        <extracomment>A way on foot that was measured, in metres</extracomment>
        <translation>%1 م سيرًا</translation>
    </message>
    <message>
        <source>%1 km on foot</source>
        <extracomment>A way on foot that was measured, in kilometres</extracomment>
        <translation>%1 كم سيرًا</translation>
    </message>
    <message>
        <source>about %1 m</source>
        <extracomment>A distance in metres</extracomment>
        <translation>نحو %1 م</translation>
    </message>
    <message>
        <source>about %1 km</source>
        <extracomment>A distance in kilometres</extracomment>
        <translation>نحو %1 كم</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>Beside a site; when it closes is not known, or it never does</extracomment>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>closed now</source>
        <extracomment>Beside a site; when it opens is not known</extracomment>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>open until %1</source>
        <extracomment>Beside a site; %1 is a time of today, for example 17:00</extracomment>
        <translation>مفتوح حتى %1</translation>
    </message>
    <message>
        <source>closed now, opens at %1</source>
        <extracomment>Beside a site; %1 is a time of today, for example 10:00</extracomment>
        <translation>مغلق الآن، يفتح في %1</translation>
    </message>
    <message>
        <source>open until %1, %2</source>
        <extracomment>Beside a site; %1 is a day of the week, %2 a time</extracomment>
        <translation>مفتوح حتى %1، %2</translation>
    </message>
    <message>
        <source>closed now, opens on %1 at %2</source>
        <extracomment>Beside a site; %1 is a day of the week, %2 a time</extracomment>
        <translation>مغلق الآن، يفتح يوم %1 في %2</translation>
    </message>
    <message>
        <source>other hours on public holidays</source>
        <extracomment>After opening hours that are others on public holidays, which this device does not know</extracomment>
        <translation>المواعيد تختلف في العطل الرسمية</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Which one is it?</source>
        <extracomment>Title of the choice between stops with the same number</extracomment>
        <translation>أيّها تقصد؟</translation>
    </message>
    <message>
        <source>Type the number on the label</source>
        <extracomment>Title of the number pad</extracomment>
        <translation>اكتب الرقم المدوَّن على اللوحة</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>No stop here has the number %1. Did you mean one of these?</source>
        <extracomment>Title over stops whose number is much like the one typed, which no stop here has</extracomment>
        <translation>لا توجد هنا محطة رقمها %1. هل قصدت واحدة من هذه؟</translation>
    </message>
    <message>
        <source>Type another number</source>
        <extracomment>Goes back from a choice of stops to the number pad</extracomment>
        <translation>اكتب رقمًا آخر</translation>
    </message>
</context>
<context>
    <name>OfferChoice</name>
    <message>
        <source>new here</source>
        <extracomment>A release on a stick: this device has none of this content</extracomment>
        <translation>جديد هنا</translation>
    </message>
    <message>
        <source>newer than here</source>
        <extracomment>A release on a stick: a later version than the one on this device</extracomment>
        <translation>أحدث مما هنا</translation>
    </message>
    <message>
        <source>here already</source>
        <extracomment>A release on a stick: this device has it already</extracomment>
        <translation>موجود هنا</translation>
    </message>
    <message>
        <source>older than here</source>
        <extracomment>A release on a stick: an earlier version than the one on this device</extracomment>
        <translation>أقدم مما هنا</translation>
    </message>
    <message>
        <source>cannot be installed</source>
        <extracomment>A release on a stick: it cannot be installed</extracomment>
        <translation>لا يمكن تثبيته</translation>
    </message>
    <message>
        <source>%1, version %2: %3</source>
        <extracomment>A release in a list: the site, its version, and what it is to this device</extracomment>
        <translation>‏%1، الإصدار %2: %3</translation>
    </message>
</context>
<context>
    <name>OfferPart</name>
    <message>
        <source>On the stick %1</source>
        <extracomment>Title over what a stick carries; its name</extracomment>
        <translation>على الذاكرة %1</translation>
    </message>
    <message>
        <source>It carries no content.</source>
        <extracomment>A stick with a publisher&apos;s data and no content on it</extracomment>
        <translation>ليس عليها محتوى.</translation>
    </message>
    <message>
        <source>Content for</source>
        <extracomment>Label: the sites that the content is about</extracomment>
        <translation>محتوى عن</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>Label: the number of a release</extracomment>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>Label: who wrote the content</extracomment>
        <translation>من إعداد</translation>
    </message>
    <message>
        <source>Last checked</source>
        <extracomment>Label: when somebody last checked the content</extracomment>
        <translation>آخر مراجعة</translation>
    </message>
    <message>
        <source>Languages</source>
        <extracomment>Label over the languages of the content</extracomment>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Label: how large the content is</extracomment>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>The stick</source>
        <extracomment>Label of a fact about the stick</extracomment>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>cannot be written to; that does no harm</source>
        <extracomment>The stick cannot be written to, which does not matter here</extracomment>
        <translation>لا يمكن الكتابة عليها؛ وهذا لا يضر</translation>
    </message>
</context>
<context>
    <name>PartCheck</name>
    <message>
        <source>always</source>
        <extracomment>Beside the language that is always installed</extracomment>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Videos</source>
        <extracomment>A part of the content that may be left out</extracomment>
        <translation>الفيديو</translation>
    </message>
    <message>
        <source>Sign language</source>
        <extracomment>A part of the content that may be left out</extracomment>
        <translation>لغة الإشارة</translation>
    </message>
    <message>
        <source>Recognising things</source>
        <extracomment>A part of the content that may be left out: by it the camera knows the things themselves, without a label</extracomment>
        <translation>التعرّف على المعروضات</translation>
    </message>
</context>
<context>
    <name>PartsChoice</name>
    <message>
        <source>What to install</source>
        <extracomment>Title over the languages and videos to install</extracomment>
        <translation>ما يُثبَّت</translation>
    </message>
    <message>
        <source>What you leave out now can be added later from the same stick. This device remembers your choice.</source>
        <extracomment>Under the title of the list of languages and videos to install</extracomment>
        <translation>ما تتركه الآن يمكن إضافته لاحقًا من الذاكرة نفسها. يتذكر هذا الجهاز اختيارك.</translation>
    </message>
</context>
<context>
    <name>PassPage</name>
    <message>
        <source>Your visit pass</source>
        <extracomment>Title of the page where the pass of an earlier visit is read</extracomment>
        <translation>بطاقة زيارتك</translation>
    </message>
    <message>
        <source>It sets your language, the size of the text and how you like to listen. Nothing of it stays on this device.</source>
        <extracomment>Below the guidance on the page where a visit pass is read</extracomment>
        <translation>تضبط لغتك وحجم النص وطريقة استماعك. ولا يبقى منها شيء على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <extracomment>Leaves the page where a visit pass is read, and goes on to the choice of language</extracomment>
        <translation>المتابعة من دونها</translation>
    </message>
    <message>
        <source>The camera gives no picture, so the pass cannot be read. Go on without it.</source>
        <extracomment>On the page where a visit pass is read, where the camera gives no picture</extracomment>
        <translation>لا تعطي الكاميرا صورة، فلا يمكن قراءة البطاقة. تابع من دونها.</translation>
    </message>
    <message>
        <source>This pass comes from a newer guide. Please go on without it.</source>
        <extracomment>A visit pass was made by a newer guide than this one</extracomment>
        <translation>هذه البطاقة من دليل أحدث. تابع من دونها من فضلك.</translation>
    </message>
    <message>
        <source>This pass comes from other sites. Please go on without it.</source>
        <extracomment>A visit pass was made by sites that this guide does not belong to</extracomment>
        <translation>هذه البطاقة من مواقع أخرى. تابع من دونها من فضلك.</translation>
    </message>
    <message>
        <source>This pass cannot be used. Please go on without it.</source>
        <extracomment>A visit pass whose signature is wrong: it may be damaged or made up</extracomment>
        <translation>لا يمكن استعمال هذه البطاقة. تابع من دونها من فضلك.</translation>
    </message>
    <message>
        <source>That is not a visit pass. Hold the whole code still, or go on without it.</source>
        <extracomment>A code that is no visit pass was held before the camera</extracomment>
        <translation>ليست هذه بطاقة زيارة. ثبّت الرمز كاملًا أمام الكاميرا، أو تابع من دونها.</translation>
    </message>
    <message>
        <source>Hold the code of your pass before the camera</source>
        <extracomment>Guidance on the page where a visit pass is read</extracomment>
        <translation>ضع رمز بطاقتك أمام الكاميرا</translation>
    </message>
</context>
<context>
    <name>PassPanel</name>
    <message>
        <source>The code of your visit pass</source>
        <extracomment>Says what the picture of the visit pass is, to those who do not see it</extracomment>
        <translation>رمز بطاقة زيارتك</translation>
    </message>
    <message>
        <source>Take a photograph of this code</source>
        <extracomment>Title of the panel with the visit pass</extracomment>
        <translation>التقط صورة لهذا الرمز</translation>
    </message>
    <message>
        <source>Show it at your next visit, here or at another site: the guide is then set up as you like it.</source>
        <extracomment>What the visit pass is for</extracomment>
        <translation>أظهره في زيارتك القادمة، هنا أو في موقع آخر: فيُضبط الدليل كما تحب.</translation>
    </message>
    <message>
        <source>In the pass</source>
        <extracomment>Heading over what is in the visit pass</extracomment>
        <translation>في البطاقة</translation>
    </message>
    <message>
        <source>The pass has no last day.</source>
        <extracomment>When the visit pass ends</extracomment>
        <translation>ليس لهذه البطاقة تاريخ انتهاء.</translation>
    </message>
    <message>
        <source>Printing</source>
        <extracomment>On the button that prints the visit pass, while it is printed</extracomment>
        <translation>جارٍ الطبع</translation>
    </message>
    <message>
        <source>Print another</source>
        <extracomment>Prints the visit pass on another paper</extracomment>
        <translation>اطبع نسخة أخرى</translation>
    </message>
    <message>
        <source>Print it</source>
        <extracomment>Prints the visit pass on paper</extracomment>
        <translation>اطبعها</translation>
    </message>
    <message>
        <source>No name, no account. It is nowhere but in your photograph or on your paper; this device forgets it.</source>
        <extracomment>What is not in the visit pass, and where it is kept</extracomment>
        <translation>لا اسم ولا حساب. لا توجد إلا في صورتك أو على ورقتك، وهذا الجهاز ينساها.</translation>
    </message>
    <message>
        <source>No name, no account. It is nowhere but in your photograph; this device forgets it.</source>
        <extracomment>What is not in the visit pass, and where it is kept</extracomment>
        <translation>لا اسم ولا حساب. لا توجد إلا في صورتك؛ وهذا الجهاز ينساها.</translation>
    </message>
    <message>
        <source>I have it</source>
        <extracomment>Puts the visit pass away after it was photographed</extracomment>
        <translation>صورته</translation>
    </message>
    <message>
        <source>Your visit pass</source>
        <extracomment>Title of the visit pass on paper</extracomment>
        <translation>بطاقة زيارتك</translation>
    </message>
    <message>
        <source>No name, no account. It is nowhere but on this paper.</source>
        <extracomment>On the paper with the visit pass: what is not in it, and where it is kept</extracomment>
        <translation>لا اسم ولا حساب. لا توجد إلا على هذه الورقة.</translation>
    </message>
    <message>
        <source>The paper is on its way.</source>
        <extracomment>While the visit pass is printed</extracomment>
        <translation>الورقة في طريقها إليك.</translation>
    </message>
    <message>
        <source>Your paper is at the printer. Take it with you.</source>
        <extracomment>The visit pass was printed</extracomment>
        <translation>ورقتك عند الطابعة. خذها معك.</translation>
    </message>
    <message>
        <source>The printer gives no paper just now. Take a photograph of the code instead.</source>
        <extracomment>The visit pass could not be printed</extracomment>
        <translation>لا تعطي الطابعة ورقًا الآن. التقط صورة للرمز بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <extracomment>In the visit pass: the visitor&apos;s language</extracomment>
        <translation>اللغة: %1</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <extracomment>In the visit pass: how much the visitor wants to be told, for example &quot;The story&quot;</extracomment>
        <translation>ما يُحكى لك: %1</translation>
    </message>
    <message>
        <source>Stops seen: %1</source>
        <extracomment>In the visit pass: how many stops were seen, at all sites together</extracomment>
        <translation>المحطات التي رأيتها: %1</translation>
    </message>
    <message>
        <source>You stayed with: %1</source>
        <extracomment>In the visit pass: words for what the visitor stayed with, and what stands between them</extracomment>
        <translation>توقفت عند: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>No captions</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>بلا نص مرافق</translation>
    </message>
    <message>
        <source>Large captions</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>نص مرافق كبير</translation>
    </message>
    <message>
        <source>The screen read aloud</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>قراءة الشاشة بصوت مسموع</translation>
    </message>
    <message>
        <source>Another speed of the voice</source>
        <extracomment>In the visit pass: a setting</extracomment>
        <translation>سرعة أخرى للصوت</translation>
    </message>
    <message>
        <source>Stop after each story</source>
        <extracomment>In the visit pass: a setting; after a story nothing more follows by itself</extracomment>
        <translation>التوقف بعد كل قصة</translation>
    </message>
</context>
<context>
    <name>PictureCloseUp</name>
    <message>
        <source>Nearer</source>
        <extracomment>Enlarges a picture</extracomment>
        <translation>أقرب</translation>
    </message>
    <message>
        <source>Further away</source>
        <extracomment>Makes an enlarged picture smaller again</extracomment>
        <translation>أبعد</translation>
    </message>
</context>
<context>
    <name>PictureShow</name>
    <message>
        <source>Look closer</source>
        <extracomment>Shows the stop&apos;s picture over the whole page, to be enlarged</extracomment>
        <translation>انظر عن قرب</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <extracomment>Shows the next of several pictures; for example &quot;Picture 1 of 3&quot;</extracomment>
        <translation>الصورة %1 من %2</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits typed: %1</source>
        <extracomment>Read aloud: how many digits of the PIN have been typed</extracomment>
        <translation>الأرقام المكتوبة: %1</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Takes the PIN that was typed; short, on a key</extracomment>
        <translation>افتح</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>This device has no PIN yet</source>
        <extracomment>Title where no PIN has been chosen and nobody may choose one</extracomment>
        <translation>ليس لهذا الجهاز رقم سري بعد</translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <extracomment>Title where staff choose the device&apos;s PIN</extracomment>
        <translation>اختر رقمًا سريًا للعاملين</translation>
    </message>
    <message>
        <source>Type the new PIN once more</source>
        <extracomment>Title where the PIN just chosen is typed again</extracomment>
        <translation>اكتب الرقم السري الجديد مرة أخرى</translation>
    </message>
    <message>
        <source>Type the staff PIN</source>
        <extracomment>Title over the number pad before the staff&apos;s pages</extracomment>
        <translation>اكتب الرقم السري للعاملين</translation>
    </message>
    <message>
        <source>Plug in the stick with the new content: then you can choose one here. Whoever looks after the devices can also set it with “kiosk staff pin”.</source>
        <extracomment>How a first PIN comes about</extracomment>
        <translation>صِل الذاكرة التي عليها المحتوى الجديد: عندئذ يمكنك أن تختار واحدًا هنا. ويمكن لمن يعتني بالأجهزة أن يضعه أيضًا بالأمر “kiosk staff pin”.</translation>
    </message>
    <message>
        <source>4 to 8 digits that visitors do not guess. It opens these pages on this device.</source>
        <extracomment>What a PIN is like</extracomment>
        <translation>من 4 إلى 8 أرقام لا يخمّنها الزوار. به تُفتح هذه الصفحات في هذا الجهاز.</translation>
    </message>
    <message>
        <source>That is not the PIN. Nothing has changed.</source>
        <extracomment>After a wrong PIN</extracomment>
        <translation>ليس هذا هو الرقم السري. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Too many wrong tries. The next one in %1 s.</source>
        <extracomment>After several wrong PINs: seconds until the next try</extracomment>
        <translation>محاولات خاطئة كثيرة. المحاولة التالية بعد %1 ث.</translation>
    </message>
    <message>
        <source>The two were not the same. Choose once more.</source>
        <extracomment>The PIN was typed in two ways</extracomment>
        <translation>لم يكن الاثنان متطابقين. اختر من جديد.</translation>
    </message>
</context>
<context>
    <name>PlaceOffer</name>
    <message>
        <source>You stand at</source>
        <extracomment>Over the name of the outdoor stop that the visitor stands at</extracomment>
        <translation>أنت تقف عند</translation>
    </message>
    <message>
        <source>Near here</source>
        <extracomment>Over the name of an outdoor stop, where the place is known too roughly for a distance</extracomment>
        <translation>قريب من هنا</translation>
    </message>
    <message>
        <source>%1 m straight on</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow</extracomment>
        <translation>على بُعد %1 م إلى الأمام</translation>
    </message>
    <message>
        <source>%1 m behind you</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking away from it</extracomment>
        <translation>على بُعد %1 م خلفك</translation>
    </message>
    <message>
        <source>%1 m to the right</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow</extracomment>
        <translation>على بُعد %1 م إلى اليمين</translation>
    </message>
    <message>
        <source>%1 m to the left</source>
        <extracomment>How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow</extracomment>
        <translation>على بُعد %1 م إلى اليسار</translation>
    </message>
    <message>
        <source>%1 m to the north</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الشمال</translation>
    </message>
    <message>
        <source>%1 m to the north-east</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الشمال الشرقي</translation>
    </message>
    <message>
        <source>%1 m to the east</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الشرق</translation>
    </message>
    <message>
        <source>%1 m to the south-east</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الجنوب الشرقي</translation>
    </message>
    <message>
        <source>%1 m to the south</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الجنوب</translation>
    </message>
    <message>
        <source>%1 m to the south-west</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الجنوب الغربي</translation>
    </message>
    <message>
        <source>%1 m to the west</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الغرب</translation>
    </message>
    <message>
        <source>%1 m to the north-west</source>
        <extracomment>How far an outdoor stop is, in metres, and in which direction of the compass</extracomment>
        <translation>على بُعد %1 م نحو الشمال الغربي</translation>
    </message>
</context>
<context>
    <name>PlaceOffers</name>
    <message>
        <source>Not now</source>
        <extracomment>Takes away the offer of a stop near by</extracomment>
        <translation>ليس الآن</translation>
    </message>
</context>
<context>
    <name>PlanKey</name>
    <message>
        <source>Seen</source>
        <extracomment>How to read the plan, beside a filled disc</extracomment>
        <translation>شوهدت</translation>
    </message>
    <message>
        <source>Your tour</source>
        <extracomment>How to read the plan, beside a dashed line</extracomment>
        <translation>جولتك</translation>
    </message>
    <message>
        <source>Worth the detour</source>
        <extracomment>How to read the plan, beside a ringed disc</extracomment>
        <translation>يستحق الانعطاف إليه</translation>
    </message>
    <message>
        <source>The dot is you, somewhere in its circle. Where you are is not kept.</source>
        <extracomment>How to read the plan where the device knows its place outdoors; the place is not recorded</extracomment>
        <translation>النقطة هي أنت، في مكان ما من دائرتها. لا يُحفَظ مكانك.</translation>
    </message>
</context>
<context>
    <name>PlanMap</name>
    <message>
        <source>On to: %1</source>
        <extracomment>On the plan of one floor, where the way goes on; %1 is the other floor&apos;s name</extracomment>
        <translation>ثم إلى: %1</translation>
    </message>
    <message>
        <source>You are here</source>
        <extracomment>On the plan, beside the stop that the visitor opened last</extracomment>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>PlanSpot</name>
    <message>
        <source>You are here</source>
        <translation>أنت هنا</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>شوهدت</translation>
    </message>
    <message>
        <source>In your tour</source>
        <extracomment>What a screen reader says of a stop on the plan that is in the visitor&apos;s tour</extracomment>
        <translation>ضمن جولتك</translation>
    </message>
    <message>
        <source>Worth the detour</source>
        <extracomment>What a screen reader says of a stop on the plan; as under the plan</extracomment>
        <translation>يستحق الانعطاف إليه</translation>
    </message>
</context>
<context>
    <name>PlayBar</name>
    <message>
        <source>Pause</source>
        <extracomment>Pauses the voice; short, below an icon</extracomment>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>Starts the voice, or lets it go on; short, below an icon</extracomment>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Back %1 s</source>
        <extracomment>Goes back ten seconds in the story; short, below an icon</extracomment>
        <translation>رجوع %1 ث</translation>
    </message>
    <message>
        <source>Forward %1 s</source>
        <extracomment>Goes on by ten seconds in the story, past what lies between; short, below an icon</extracomment>
        <translation>تقديم %1 ث</translation>
    </message>
    <message>
        <source>Voice</source>
        <extracomment>Opens how the voice is heard: its speed, its loudness; short, below an icon</extracomment>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Voice %1 ×</source>
        <extracomment>The same button while the voice is not at its usual speed, which is told: 1.25 and the like; short</extracomment>
        <translation>الصوت %1 ×</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Place in the story</source>
        <extracomment>Read aloud: the slider that tells how far the story has been told</extracomment>
        <translation>الموضع في الحكاية</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Read aloud: how far the story has been told, of how long it is; minutes and seconds</extracomment>
        <translation>‏%1 من %2</translation>
    </message>
</context>
<context>
    <name>PublisherPart</name>
    <message>
        <source>Can it be trusted?</source>
        <extracomment>Title over whose stick it is</extracomment>
        <translation>هل يوثق بها؟</translation>
    </message>
    <message>
        <source>Yes. It is signed by %1, whom this device trusts.</source>
        <extracomment>The stick&apos;s publisher is known</extracomment>
        <translation>نعم. وقّعها %1، وهذا الجهاز يثق به.</translation>
    </message>
    <message>
        <source>Not yet. The stick says it is from %1, whom this device does not know. Compare the fingerprint below with the one your museum gave you on paper.</source>
        <extracomment>The stick&apos;s publisher is not known: their name</extracomment>
        <translation>ليس بعد. تقول الذاكرة إنها من %1، وهذا الجهاز لا يعرفه. قارن البصمة أدناه بالتي أعطاكها متحفك على الورق.</translation>
    </message>
    <message>
        <source>No. The stick says it is from %1; this device takes content from %2 only. Whoever looks after the devices can change that.</source>
        <extracomment>The stick is another publisher&apos;s: theirs, and the one this device trusts</extracomment>
        <translation>لا. تقول الذاكرة إنها من %1؛ وهذا الجهاز لا يأخذ المحتوى إلا من %2. يمكن لمن يعتني بالأجهزة أن يغيّر ذلك.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <extracomment>Label of the fingerprint</extracomment>
        <translation>البصمة</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Above one of three questions, for example &quot;1 of 3&quot;</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>Leaves a question without an answer and goes on</extracomment>
        <translation>تخطٍّ</translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>%1 of 5 stars</source>
        <extracomment>Read aloud: a rating; %1 of five stars</extracomment>
        <translation>%1 من 5 نجوم</translation>
    </message>
    <message>
        <source>Thank you. You can change it until your visit ends.</source>
        <extracomment>After a visitor gave stars</extracomment>
        <translation>شكرًا. يمكنك تغييره حتى تنتهي زيارتك.</translation>
    </message>
</context>
<context>
    <name>ReadAlong</name>
    <message>
        <source>Up and down choose a sentence, Enter tells on from it.</source>
        <extracomment>Read aloud with the text of a story, to those who use keys: how to hear it from another place</extracomment>
        <translation>السهمان لأعلى ولأسفل يختاران جملة، ومفتاح Enter يتابع منها.</translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>%1 found, %2 still to scan</source>
        <extracomment>How far a round is</extracomment>
        <translation>وُجدت %1، وبقيت %2 للمسح</translation>
    </message>
    <message>
        <source>Every label hangs at its stop: %1 found.</source>
        <extracomment>How a round ended: how many labels hang at their stops</extracomment>
        <translation>كل لوحة معلّقة عند محطتها: وُجدت %1.</translation>
    </message>
    <message>
        <source>%1 found, %2 not scanned. Go and look at those below: a label that is gone is printed anew.</source>
        <extracomment>How a round ended: how many labels were found, and how many were not scanned</extracomment>
        <translation>وُجدت %1، ولم تُمسح %2. اذهب وانظر إلى ما في الأسفل: اللوحة المفقودة تُطبع من جديد.</translation>
    </message>
    <message>
        <source>Several codes are in view. Hold the camera to one.</source>
        <extracomment>On a round: more than one label is before the camera</extracomment>
        <translation>في المشهد عدة رموز. وجّه الكاميرا إلى واحد.</translation>
    </message>
    <message>
        <source>This code is not yours. If it hangs over a label, take it off.</source>
        <extracomment>On a round: the code that was scanned is somebody else&apos;s</extracomment>
        <translation>هذا الرمز ليس لكم. إن كان فوق لوحة فأزله.</translation>
    </message>
    <message>
        <source>This code imitates yours: it has your address, or one like it, but not your mark. Take it off and keep it for whoever looks into it.</source>
        <extracomment>On a round: the code that was scanned was made to look like the site&apos;s own</extracomment>
        <translation>هذا الرمز يقلّد رمزكم: فيه عنوانكم أو ما يشبهه، وليس فيه علامتكم. أزله واحتفظ به لمن ينظر في الأمر.</translation>
    </message>
    <message>
        <source>This label is yours, but the content on this device does not know it. Install the newest content.</source>
        <extracomment>On a round: the label is the site&apos;s, but the content on this device does not know it</extracomment>
        <translation>هذه اللوحة لكم، لكن محتوى هذا الجهاز لا يعرفها. ثبّت أحدث محتوى.</translation>
    </message>
    <message>
        <source>This label belongs to another site.</source>
        <extracomment>On a round: the label belongs to another of the sites on this device</extracomment>
        <translation>هذه اللوحة لموقع آخر.</translation>
    </message>
    <message>
        <source>This device has no camera. Make the round with one that has.</source>
        <extracomment>A round on a device that has no camera</extracomment>
        <translation>ليس في هذا الجهاز كاميرا. قم بالجولة بجهاز فيه كاميرا.</translation>
    </message>
    <message>
        <source>The camera does not answer. Plug it in again.</source>
        <extracomment>A round while the camera does not answer</extracomment>
        <translation>الكاميرا لا تستجيب. صلها من جديد.</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <extracomment>A round before the camera&apos;s first picture</extracomment>
        <translation>الكاميرا تبدأ العمل</translation>
    </message>
    <message>
        <source>Hold the camera to a label.</source>
        <extracomment>On a round: what to do</extracomment>
        <translation>وجّه الكاميرا إلى لوحة.</translation>
    </message>
    <message>
        <source>The round is over</source>
        <extracomment>Title: a round of the labels is over</extracomment>
        <translation>انتهت الجولة</translation>
    </message>
    <message>
        <source>Not scanned</source>
        <extracomment>Title over the labels that a round did not find</extracomment>
        <translation>لم تُمسح</translation>
    </message>
    <message>
        <source>Still to scan</source>
        <extracomment>Title over the labels that are still to be scanned on a round</extracomment>
        <translation>ما زال للمسح</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <extracomment>After a list that is cut: how many more there are</extracomment>
        <translation>و%1 غيرها</translation>
    </message>
    <message>
        <source>End the round</source>
        <extracomment>Ends a round of the labels and shows what came of it</extracomment>
        <translation>أنهِ الجولة</translation>
    </message>
    <message>
        <source>Back to the labels</source>
        <extracomment>Leads from the end of a round back to the list of the labels</extracomment>
        <translation>العودة إلى اللوحات</translation>
    </message>
    <message>
        <source>Pause the round</source>
        <extracomment>Leads from a round to the list of the labels; the round can be gone on with later</extracomment>
        <translation>أوقف الجولة مؤقتًا</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>less than %1 MB</source>
        <extracomment>A size: some thousand bytes</extracomment>
        <translation>أقل من %1 ميغابايت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <extracomment>A size in megabytes</extracomment>
        <translation>%1 ميغابايت</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <extracomment>A length of time</extracomment>
        <translation>بضع ثوانٍ</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <extracomment>A length of time</extracomment>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>about a minute</source>
        <extracomment>A length of time</extracomment>
        <translation>نحو دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <extracomment>A length of time: two minutes or more</extracomment>
        <translation>
            <numerusform>نحو %n دقيقة</numerusform>
            <numerusform>نحو دقيقة</numerusform>
            <numerusform>نحو دقيقتين</numerusform>
            <numerusform>نحو %n دقائق</numerusform>
            <numerusform>نحو %n دقيقة</numerusform>
            <numerusform>نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <extracomment>A length of time: two hours or more</extracomment>
        <translation>
            <numerusform>نحو %n ساعة</numerusform>
            <numerusform>نحو ساعة</numerusform>
            <numerusform>نحو ساعتين</numerusform>
            <numerusform>نحو %n ساعات</numerusform>
            <numerusform>نحو %n ساعة</numerusform>
            <numerusform>نحو %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n days</source>
        <extracomment>A length of time: two days or more</extracomment>
        <translation>
            <numerusform>نحو %n يوم</numerusform>
            <numerusform>نحو يوم</numerusform>
            <numerusform>نحو يومين</numerusform>
            <numerusform>نحو %n أيام</numerusform>
            <numerusform>نحو %n يومًا</numerusform>
            <numerusform>نحو %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SayDigits</name>
    <message>
        <source>Do not say the digits</source>
        <extracomment>Switches off that the keys of the number pad are said aloud</extracomment>
        <translation>أوقف نطق الأرقام</translation>
    </message>
    <message>
        <source>Say the digits aloud</source>
        <extracomment>Has each key of the number pad said aloud, for those who cannot see it well</extracomment>
        <translation>انطق الأرقام بصوت مسموع</translation>
    </message>
    <message>
        <source>Each digit is said aloud now</source>
        <extracomment>Said aloud when the number pad begins to say its keys</extracomment>
        <translation>يُنطق كل رقم الآن بصوت مسموع</translation>
    </message>
</context>
<context>
    <name>ScannedLabel</name>
    <message>
        <source>This label opens</source>
        <extracomment>Title over the label that was just scanned on a round</extracomment>
        <translation>هذه اللوحة تفتح</translation>
    </message>
    <message>
        <source>Nothing scanned yet</source>
        <extracomment>Title before the first scan of a round</extracomment>
        <translation>لم يُمسح شيء بعد</translation>
    </message>
    <message>
        <source>If you do not stand there, the label hangs in the wrong place: take it back, and hang it where it belongs.</source>
        <extracomment>On a round, under the stop that a label leads to</extracomment>
        <translation>إن لم تكن واقفًا هناك فاللوحة معلّقة في غير مكانها: تراجع عنها وعلّقها حيث يجب.</translation>
    </message>
    <message>
        <source>The stop that a label leads to is shown here. Compare it with where you stand.</source>
        <extracomment>On a round, before the first scan</extracomment>
        <translation>تظهر هنا المحطة التي تفتحها اللوحة. قارنها بالمكان الذي تقف فيه.</translation>
    </message>
    <message>
        <source>Take it back: I stand elsewhere</source>
        <extracomment>Takes the last scan of a round back: the label hangs in the wrong place</extracomment>
        <translation>تراجع: أقف في مكان آخر</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <extracomment>In the empty search field</extracomment>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>SelfVoicing</name>
    <message>
        <source>The screen is read to you. Press Tab for the next thing that can be chosen, and Enter to choose it. F4 reads one thing after the other, F3 the whole page. F2 ends the reading.</source>
        <extracomment>Said aloud when the screen begins to be read to somebody who does not see it and uses a keyboard; the keys&apos; names are those written on them</extracomment>
        <translation>تُقرأ لك الشاشة. اضغط Tab للانتقال إلى الشيء التالي الذي يمكن اختياره، وEnter لاختياره. يقرأ F4 شيئًا بعد شيء، وF3 الصفحة كلها. وينهي F2 القراءة.</translation>
    </message>
    <message>
        <source>The screen is read to you. Move a finger over it to hear what is there. Touch twice, anywhere, to choose what you heard last. Swipe to the side for the next thing. On a keyboard use Tab and Enter.</source>
        <extracomment>Said aloud when the screen begins to be read to somebody who does not see it</extracomment>
        <translation>تُقرأ لك الشاشة. مرّر إصبعك عليها لتسمع ما فيها. المس مرتين في أي مكان لتختار ما سمعته أخيرًا. اسحب إلى الجانب للانتقال إلى التالي. في لوحة المفاتيح استعمل مفتاحي Tab وEnter.</translation>
    </message>
    <message>
        <source>Things to touch: %1</source>
        <extracomment>Said aloud after the words of a page: how many buttons and the like it has</extracomment>
        <translation>ما يمكن لمسه: %1</translation>
    </message>
    <message>
        <source>not available now</source>
        <extracomment>Said aloud of a button that cannot be touched now</extracomment>
        <translation>غير متاح الآن</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Said aloud after a button&apos;s name: the how-manieth of all that can be touched</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <extracomment>Said aloud of one of several choices, the chosen one</extracomment>
        <translation>‏%1، مختار</translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <extracomment>Said aloud of one of several choices, not the chosen one</extracomment>
        <translation>‏%1، غير مختار</translation>
    </message>
    <message>
        <source>%1, on</source>
        <extracomment>Said aloud of something that is switched on</extracomment>
        <translation>‏%1، مشغّل</translation>
    </message>
    <message>
        <source>%1, off</source>
        <extracomment>Said aloud of something that is switched off</extracomment>
        <translation>‏%1، متوقف</translation>
    </message>
    <message>
        <source>%1, %2 per cent. Press an arrow key to change it</source>
        <extracomment>Said aloud of a slider to somebody who uses a keyboard: its name, and how far it is moved, in per cent</extracomment>
        <translation>‏%1، %2 بالمئة. اضغط أحد مفاتيح الأسهم لتغييره</translation>
    </message>
    <message>
        <source>%1, %2 per cent. Swipe up or down to change it</source>
        <extracomment>Said aloud of a slider: its name, and how far it is moved, in per cent</extracomment>
        <translation>‏%1، %2 بالمئة. اسحب إلى أعلى أو أسفل لتغييره</translation>
    </message>
    <message>
        <source>%1, button</source>
        <extracomment>Said aloud of a button: its name</extracomment>
        <translation>‏%1، زر</translation>
    </message>
    <message>
        <source>%1, type here</source>
        <extracomment>Said aloud of a place to type: its name</extracomment>
        <translation>‏%1، اكتب هنا</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <extracomment>Said aloud of a picture: what it shows</extracomment>
        <translation>صورة: %1</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Your recording</source>
        <extracomment>In the list of what a visitor sent: a recording of their voice</extracomment>
        <translation>تسجيلك</translation>
    </message>
    <message>
        <source>Take this back</source>
        <extracomment>Takes back what the visitor sent: nobody hears of it</extracomment>
        <translation>التراجع عنه</translation>
    </message>
</context>
<context>
    <name>ShelfEntry</name>
    <message>
        <source>Visitors see this as soon as the visit under way has ended</source>
        <extracomment>A release on this device: visitors see it after the visit under way</extracomment>
        <translation>يرى الزوار هذا حالما تنتهي الزيارة الجارية</translation>
    </message>
    <message>
        <source>Visitors see this</source>
        <extracomment>A release on this device: visitors see it</extracomment>
        <translation>يرى الزوار هذا</translation>
    </message>
    <message>
        <source>From a publisher this device no longer trusts: it is not shown again</source>
        <extracomment>A release on this device that another publisher than the trusted one made: it cannot be shown</extracomment>
        <translation>من ناشر لم يعد هذا الجهاز يثق به: لا يُعرض مرة أخرى</translation>
    </message>
    <message>
        <source>Kept: you can go back to it</source>
        <extracomment>A release on this device that visitors do not see</extracomment>
        <translation>محفوظ: يمكنك العودة إليه</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <extracomment>A release: its sites and its version</extracomment>
        <translation>‏%1، الإصدار %2</translation>
    </message>
    <message>
        <source>Withdrawn by its publisher: it is not shown again</source>
        <extracomment>A release on this device that its publisher no longer vouches for</extracomment>
        <translation>سحبه ناشره: لن يُعرض ثانية</translation>
    </message>
    <message>
        <source>Its publisher has withdrawn it. Ask your museum for a newer stick.</source>
        <extracomment>A release that visitors see, and that its publisher no longer vouches for</extracomment>
        <translation>سحبه ناشره. اطلب من متحفك ذاكرة أحدث.</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>من إعداد</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>آخر مراجعة</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Show this to visitors</source>
        <extracomment>Shows visitors a release that is kept on this device</extracomment>
        <translation>اعرض هذا على الزوار</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>Removes a release from this device; asked first</extracomment>
        <translation>أزِل</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>Nothing is installed on this device</source>
        <extracomment>Title where nothing is installed</extracomment>
        <translation>لا شيء مثبت في هذا الجهاز</translation>
    </message>
    <message>
        <source>Plug in a stick with content and look under “USB stick”.</source>
        <extracomment>What helps where nothing is installed</extracomment>
        <translation>صِل ذاكرة عليها محتوى وانظر في «ذاكرة USB».</translation>
    </message>
    <message>
        <source>This device</source>
        <extracomment>Title over whose content this device takes, and its PIN</extracomment>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Takes content from</source>
        <extracomment>Label: whose content this device takes</extracomment>
        <translation>يأخذ المحتوى من</translation>
    </message>
    <message>
        <source>nobody yet: the first stick asks whether its publisher is trusted</source>
        <extracomment>Nobody has been trusted yet but the makers of the demonstration</extracomment>
        <translation>لا أحد بعد: تسأل أول ذاكرة هل يوثق بناشرها</translation>
    </message>
    <message>
        <source>Choose another PIN</source>
        <extracomment>Leads to the choice of another PIN</extracomment>
        <translation>اختر رقمًا سريًا آخر</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <translation>اخرج واقفل</translation>
    </message>
</context>
<context>
    <name>ShelfResult</name>
    <message>
        <source>A moment</source>
        <extracomment>While another release is made ready for visitors, or one is removed</extracomment>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Version %1 is removed</source>
        <extracomment>After a release was removed; its version</extracomment>
        <translation>أُزيل الإصدار %1</translation>
    </message>
    <message>
        <source>Visitors are shown version %1</source>
        <extracomment>After visitors are shown another release; its version</extracomment>
        <translation>يُعرض الإصدار %1 على الزوار</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <extracomment>Title over the reason why a release was not shown or removed</extracomment>
        <translation>لم يتغير شيء</translation>
    </message>
</context>
<context>
    <name>SignPicture</name>
    <message>
        <source>Make the signing smaller</source>
        <extracomment>Makes a film in sign language smaller, so that the picture behind it is seen</extracomment>
        <translation>صغّر صورة لغة الإشارة</translation>
    </message>
    <message>
        <source>Make the signing larger</source>
        <extracomment>Makes a film in sign language larger</extracomment>
        <translation>كبّر صورة لغة الإشارة</translation>
    </message>
    <message>
        <source>Sign language</source>
        <extracomment>Read aloud: the moving picture of somebody who tells the stop in sign language</extracomment>
        <translation>لغة الإشارة</translation>
    </message>
    <message>
        <source>Without sign language</source>
        <extracomment>Takes away a film in sign language; the story goes on</extracomment>
        <translation>بدون لغة الإشارة</translation>
    </message>
</context>
<context>
    <name>SitePage</name>
    <message>
        <source>Where are you?</source>
        <extracomment>Title of the page where one of several heritage sites is chosen</extracomment>
        <translation>أين أنت؟</translation>
    </message>
</context>
<context>
    <name>SoundWords</name>
    <message>
        <source>Music</source>
        <extracomment>A sound of a stop without a title of its own: music</extracomment>
        <translation>موسيقى</translation>
    </message>
    <message>
        <source>Sounds of this place</source>
        <extracomment>A sound of a stop without a title of its own: what is heard at the place</extracomment>
        <translation>أصوات هذا المكان</translation>
    </message>
    <message>
        <source>It goes on until you stop it.</source>
        <extracomment>Of a sound that has no end of its own</extracomment>
        <translation>يستمر إلى أن توقفه.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length in seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length in minutes</extracomment>
        <translation>%1 د</translation>
    </message>
</context>
<context>
    <name>SpeakPanel</name>
    <message>
        <source>How loud you are</source>
        <extracomment>Read aloud: the bar that shows how loud the visitor speaks</extracomment>
        <translation>مدى ارتفاع صوتك</translation>
    </message>
    <message>
        <source>Seconds left: %1</source>
        <extracomment>While a visitor&apos;s voice is recorded; a number of seconds follows</extracomment>
        <translation>الثواني الباقية: %1</translation>
    </message>
    <message>
        <source>Record again</source>
        <extracomment>Throws the recording away and begins another</extracomment>
        <translation>التسجيل من جديد</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>Begins to record what the visitor says</extracomment>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Ends the recording of what the visitor says</extracomment>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <extracomment>Ends listening to what one has recorded</extracomment>
        <translation>إيقاف الاستماع</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <extracomment>Plays what one has recorded</extracomment>
        <translation>استمع إليه</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <extracomment>Throws away what one has recorded</extracomment>
        <translation>تخلّص منه</translation>
    </message>
    <message>
        <source>Listening begins in a moment. The same button ends it.</source>
        <extracomment>Said aloud before a visitor&apos;s voice is recorded; the button that began it ends it</extracomment>
        <translation>يبدأ الاستماع بعد لحظة. والزر نفسه ينهيه.</translation>
    </message>
    <message>
        <source>Listening. Speak now.</source>
        <extracomment>While a visitor&apos;s voice is recorded</extracomment>
        <translation>الجهاز يسمع. تكلّم الآن.</translation>
    </message>
    <message>
        <source>One moment</source>
        <extracomment>For a moment after a visitor&apos;s voice was recorded</extracomment>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Recorded, %1 s long. Nothing has been sent yet.</source>
        <extracomment>After a visitor&apos;s voice was recorded; %1 is how many seconds it is long</extracomment>
        <translation>سُجّل، وطوله %1 ث. لم يُرسل شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing was heard. Hold the device nearer and speak a little louder.</source>
        <extracomment>After a recording in which nobody was heard</extracomment>
        <translation>لم يُسمع شيء. قرّب الجهاز وتكلّم بصوت أعلى قليلًا.</translation>
    </message>
    <message>
        <source>The microphone does not work just now. You can write instead.</source>
        <extracomment>Where the microphone does not work</extracomment>
        <translation>الميكروفون لا يعمل الآن. يمكنك أن تكتب.</translation>
    </message>
    <message>
        <source>You have one minute. Only your voice is recorded, and only between Record and Stop.</source>
        <extracomment>Before a visitor&apos;s voice is recorded</extracomment>
        <translation>لديك دقيقة واحدة. لا يُسجَّل إلا صوتك، وفقط بين «تسجيل» و«إيقاف».</translation>
    </message>
</context>
<context>
    <name>SpeedChoice</name>
    <message>
        <source>%1 ×</source>
        <extracomment>A speed of the voice; 1 is the usual one</extracomment>
        <translation>‏%1 ×</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Heading over the speeds of the voice</extracomment>
        <translation>السرعة</translation>
    </message>
</context>
<context>
    <name>StaffCorner</name>
    <message>
        <source>Staff</source>
        <extracomment>Marks the corner that only staff use: short</extracomment>
        <translation>العاملون</translation>
    </message>
    <message>
        <source>Staff: hold for three seconds</source>
        <extracomment>Read aloud: what to do with the marked corner</extracomment>
        <translation>العاملون: اضغط ثلاث ثوانٍ</translation>
    </message>
</context>
<context>
    <name>StaffHead</name>
    <message>
        <source>For staff</source>
        <extracomment>Title over all pages that only staff see</extracomment>
        <translation>للعاملين</translation>
    </message>
    <message>
        <source>Leave and lock</source>
        <extracomment>Leaves the staff&apos;s pages; the next who comes has to type the PIN</extracomment>
        <translation>اخرج واقفل</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Makes all text larger, and at last its usual size again</extracomment>
        <translation>حجم النص</translation>
    </message>
</context>
<context>
    <name>StaffNotice</name>
    <message>
        <source>New content is being copied. Visits can go on. Staff: touch here</source>
        <extracomment>Notice on the page before a visit while content is being installed</extracomment>
        <translation>يُنسخ محتوى جديد. يمكن أن تستمر الزيارات. للعاملين: المس هنا</translation>
    </message>
    <message>
        <source>The new content was not installed. Staff: touch here</source>
        <extracomment>Notice on the page before a visit after content was not installed</extracomment>
        <translation>لم يُثبَّت المحتوى الجديد. للعاملين: المس هنا</translation>
    </message>
    <message>
        <source>A USB stick is plugged in: %1. Staff: touch here</source>
        <extracomment>Notice on the page before a visit when a stick was plugged in; its name</extracomment>
        <translation>ذاكرة USB موصولة: %1. للعاملين: المس هنا</translation>
    </message>
</context>
<context>
    <name>StaffTabs</name>
    <message>
        <source>USB stick</source>
        <extracomment>Name of the page that shows what is on the stick</extracomment>
        <translation>ذاكرة USB</translation>
    </message>
    <message>
        <source>Installing</source>
        <extracomment>Name of the page that shows how far an install is</extracomment>
        <translation>يجري التثبيت</translation>
    </message>
    <message>
        <source>Last install</source>
        <extracomment>Name of the page that shows how the last install ended</extracomment>
        <translation>آخر تثبيت</translation>
    </message>
    <message>
        <source>On this device</source>
        <extracomment>Name of the page that lists what is installed</extracomment>
        <translation>في هذا الجهاز</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <extracomment>Name of the page that tells what the labels at the stops need; how many of them need somebody</extracomment>
        <translation>اللوحات (%1)</translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>Name of the page that tells what the labels at the stops need</extracomment>
        <translation>اللوحات</translation>
    </message>
    <message>
        <source>Closed (%1)</source>
        <extracomment>Name of the page where stops and ways are closed; how many are closed now</extracomment>
        <translation>المغلق (%1)</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>Name of the page where stops and ways are closed</extracomment>
        <translation>المغلق</translation>
    </message>
    <message>
        <source>Hub</source>
        <extracomment>Name of the page that tells what waits for the operator&apos;s hub</extracomment>
        <translation>المركز</translation>
    </message>
</context>
<context>
    <name>StillThereQuestion</name>
    <message>
        <source>Still there?</source>
        <extracomment>Asked when nobody has touched the screen for a while</extracomment>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>The visit ends in %1 s and everything about it is wiped.</source>
        <extracomment>Counts down the seconds until the visit ends by itself</extracomment>
        <translation>تنتهي الزيارة بعد %1 ث ويُمحى كل ما يخصها.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>نعم، أتابع</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>إنهاء زيارتي</translation>
    </message>
</context>
<context>
    <name>StopFacts</name>
    <message>
        <source>How do we know this?</source>
        <extracomment>Heading over the statements and their sources</extracomment>
        <translation>كيف عرفنا هذا؟</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <extracomment>Heading over the objects that belong to a stop, as the museum&apos;s catalogue names them</extracomment>
        <translation>في الفهرس</translation>
    </message>
    <message>
        <source>Number %1</source>
        <extracomment>An object&apos;s number in the museum&apos;s catalogue</extracomment>
        <translation>الرقم %1</translation>
    </message>
    <message>
        <source>Published by %1</source>
        <extracomment>Who publishes the content</extracomment>
        <translation>الناشر: %1</translation>
    </message>
    <message>
        <source>Last checked on %1</source>
        <extracomment>When the content was last checked; a date follows</extracomment>
        <translation>آخر مراجعة: %1</translation>
    </message>
</context>
<context>
    <name>StopFilms</name>
    <message>
        <source>Watch the film</source>
        <extracomment>Opens a film about the stop</extracomment>
        <translation>شاهد الفيلم</translation>
    </message>
    <message>
        <source>In sign language: %1</source>
        <extracomment>Opens a film that tells the stop in sign language; which one follows</extracomment>
        <translation>بلغة الإشارة: %1</translation>
    </message>
    <message>
        <source>In sign language</source>
        <extracomment>Opens a film that tells the stop in sign language</extracomment>
        <translation>بلغة الإشارة</translation>
    </message>
    <message>
        <source>Without sign language: %1</source>
        <extracomment>Takes away the film in sign language that runs beside the story; which one follows</extracomment>
        <translation>بدون لغة الإشارة: %1</translation>
    </message>
    <message>
        <source>With sign language: %1</source>
        <extracomment>Has the story signed while it is told; which sign language follows</extracomment>
        <translation>مع لغة الإشارة: %1</translation>
    </message>
    <message>
        <source>Without sign language</source>
        <extracomment>Takes away the film in sign language that runs beside the story</extracomment>
        <translation>بدون لغة الإشارة</translation>
    </message>
    <message>
        <source>With sign language</source>
        <extracomment>Has the story signed while it is told</extracomment>
        <translation>مع لغة الإشارة</translation>
    </message>
    <message>
        <source>Pause: %1</source>
        <extracomment>Read aloud: pauses a sound of the stop; its title follows</extracomment>
        <translation>أوقف مؤقتًا: %1</translation>
    </message>
    <message>
        <source>Listen: %1</source>
        <extracomment>Read aloud: plays a sound of the stop, which is no speech; its title follows</extracomment>
        <translation>استمع: %1</translation>
    </message>
</context>
<context>
    <name>StopHead</name>
    <message>
        <source>Stop %1</source>
        <extracomment>Above a stop&apos;s title, for example &quot;Stop 3&quot;</extracomment>
        <translation>المحطة %1</translation>
    </message>
</context>
<context>
    <name>StopLike</name>
    <message>
        <source>More like this</source>
        <extracomment>Asks for suggestions like the stop that is shown</extracomment>
        <translation>المزيد مثل هذا</translation>
    </message>
    <message>
        <source>Less like this</source>
        <extracomment>Asks for suggestions unlike the stop that is shown</extracomment>
        <translation>أقل من هذا</translation>
    </message>
    <message>
        <source>Now suggested: %1</source>
        <extracomment>After &quot;More like this&quot; was touched: the stop that is suggested because of it</extracomment>
        <translation>المقترح الآن: %1</translation>
    </message>
    <message>
        <source>More like this comes next. Touch again to take it back.</source>
        <extracomment>After &quot;More like this&quot; was touched; the suggestions are below</extracomment>
        <translation>ستُقترح عليك أماكن مثل هذا. المس مرة أخرى للتراجع.</translation>
    </message>
    <message>
        <source>Less like this comes next. Touch again to take it back.</source>
        <extracomment>After &quot;Less like this&quot; was touched; the suggestions are below</extracomment>
        <translation>ستُقترح عليك أماكن أقل شبهًا بهذا. المس مرة أخرى للتراجع.</translation>
    </message>
</context>
<context>
    <name>StopNext</name>
    <message>
        <source>Next</source>
        <extracomment>Heading over the stops to see next</extracomment>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>StopQuiz</name>
    <message>
        <source>A question for you</source>
        <extracomment>Heading over a question of a quiz trail</extracomment>
        <translation>سؤال لك</translation>
    </message>
    <message>
        <source>That is right.</source>
        <extracomment>After the right answer to a quiz question</extracomment>
        <translation>هذا صحيح.</translation>
    </message>
    <message>
        <source>Not quite. The right answer is marked.</source>
        <extracomment>After another than the right answer, which is marked above</extracomment>
        <translation>ليس تمامًا. الإجابة الصحيحة مُعلَّمة.</translation>
    </message>
</context>
<context>
    <name>StopRow</name>
    <message>
        <source>Seen</source>
        <extracomment>Beside a stop this visitor has opened</extracomment>
        <translation>شوهدت</translation>
    </message>
</context>
<context>
    <name>StopSounds</name>
    <message>
        <source>This sound cannot be played on this device.</source>
        <extracomment>Where a sound of a stop cannot be played</extracomment>
        <translation>لا يمكن تشغيل هذا الصوت على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Back to the story</source>
        <extracomment>Ends a sound of the stop; the story that stood still goes on</extracomment>
        <translation>عُد إلى القصة</translation>
    </message>
    <message>
        <source>Close the sound</source>
        <extracomment>Ends a sound of the stop and hides what is said of it</extracomment>
        <translation>أغلق الصوت</translation>
    </message>
    <message>
        <source>This device has no sound.</source>
        <extracomment>Where the device has no sound output, and a sound of a stop was chosen</extracomment>
        <translation>لا صوت في هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>StopStory</name>
    <message>
        <source>Show the picture</source>
        <extracomment>Goes from large captions back to the page with its picture</extracomment>
        <translation>إظهار الصورة</translation>
    </message>
    <message>
        <source>Large captions</source>
        <extracomment>Shows the words of the story in large letters, in place of the picture</extracomment>
        <translation>نص مرافق كبير</translation>
    </message>
</context>
<context>
    <name>StopVoices</name>
    <message>
        <source>Voices of visitors</source>
        <extracomment>Heading over what earlier visitors wrote or said about a stop</extracomment>
        <translation>أصوات الزوار</translation>
    </message>
    <message>
        <source>Leave a word about this stop</source>
        <extracomment>Goes to the page on which a visitor can say something about this stop</extracomment>
        <translation>اترك كلمة عن هذه المحطة</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>I agree</source>
        <extracomment>Answer to a study&apos;s question: the visitor agrees</extracomment>
        <translation>أوافق</translation>
    </message>
    <message>
        <source>No, thank you</source>
        <extracomment>Answer to a study&apos;s question: the visitor does not agree</extracomment>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>Take it back</source>
        <extracomment>Takes back that the visitor agreed to a study</extracomment>
        <translation>سحب الموافقة</translation>
    </message>
    <message>
        <source>You take part in a study</source>
        <extracomment>Heading after the visitor agreed to a study</extracomment>
        <translation>أنت تشارك في دراسة</translation>
    </message>
    <message>
        <source>You no longer take part in the study</source>
        <extracomment>Heading after the visitor took back that they agreed to a study</extracomment>
        <translation>لم تعد تشارك في الدراسة</translation>
    </message>
    <message>
        <source>May a study know your way?</source>
        <extracomment>Heading over a question: may the way through the site be kept for a study?</extracomment>
        <translation>هل تسمح لدراسة بمعرفة مسارك؟</translation>
    </message>
    <message>
        <source>You can take this back here until your visit ends.</source>
        <extracomment>After the visitor agreed to a study; &quot;here&quot; is the first page of the visit</extracomment>
        <translation>يمكنك سحب موافقتك هنا حتى تنتهي زيارتك.</translation>
    </message>
    <message>
        <source>Nothing of this visit goes to it.</source>
        <extracomment>After the visitor took back that they agreed to a study</extracomment>
        <translation>لن يصل إليها شيء من هذه الزيارة.</translation>
    </message>
    <message>
        <source>If you agree, the order of your stops, how you find each and how long you stay are kept for the study %1, without a name and without anything else about you. The guide is the same if you say no.</source>
        <extracomment>What a study would keep; then the study&apos;s name</extracomment>
        <translation>إذا وافقت، فسيُحفظ ترتيب محطاتك وكيف وجدتها ومدة بقائك عند كل منها من أجل الدراسة %1، بلا اسم وبلا أي شيء آخر عنك. ويبقى الدليل كما هو إن قلت لا.</translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message>
        <source>On another floor: %1</source>
        <extracomment>Part of a reason: the stop is on another floor of the building; %1 is its name, for example &quot;Upper floor&quot;</extracomment>
        <translation>في طابق آخر: %1</translation>
    </message>
    <message>
        <source>about %1 m</source>
        <extracomment>Part of a reason: about how far it is on foot in metres</extracomment>
        <translation>نحو %1 م</translation>
    </message>
    <message>
        <source>Because you stayed with %1</source>
        <extracomment>Why a stop is suggested; %1 is the title of a stop that the visitor stayed with longer than others do</extracomment>
        <translation>لأنك أطلت الوقوف عند %1</translation>
    </message>
    <message>
        <source>More like %1</source>
        <extracomment>Why a stop is suggested; %1 is the title of a stop of which the visitor asked for more like it</extracomment>
        <translation>مثل %1</translation>
    </message>
    <message>
        <source>Because you chose %1</source>
        <extracomment>Why a stop is suggested; %1 is a subject that the visitor chose, for example &quot;Calligraphy&quot;</extracomment>
        <translation>لأنك اخترت %1</translation>
    </message>
    <message>
        <source>Few people see this</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>قليلون يرون هذا</translation>
    </message>
    <message>
        <source>Next in your tour</source>
        <extracomment>Why a stop is suggested: it is the next one of the tour that the visitor follows</extracomment>
        <translation>التالي في جولتك</translation>
    </message>
    <message>
        <source>Where most go from here</source>
        <extracomment>Why a stop is suggested: most visitors go there from this stop</extracomment>
        <translation>إلى هنا يتجه معظم الناس بعد هذا الموضع</translation>
    </message>
    <message>
        <source>Many come to see this</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>كثيرون يأتون لرؤية هذا</translation>
    </message>
    <message>
        <source>The nearest you have not seen</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>أقرب ما لم تره بعد</translation>
    </message>
    <message>
        <source>Follows in the curator&apos;s order</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>التالي في ترتيب أمين الموقع</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>لم تشاهدها بعد</translation>
    </message>
    <message>
        <source>New here</source>
        <extracomment>Why a stop is suggested: it has not been there for long</extracomment>
        <translation>جديد هنا</translation>
    </message>
    <message>
        <source>New since %1</source>
        <extracomment>Why a stop is suggested; %1 is the month in which it could be seen first</extracomment>
        <translation>جديد منذ %1</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>About: %1</source>
        <extracomment>What a visitor&apos;s words are about; %1 is the title of a stop</extracomment>
        <translation>عن: %1</translation>
    </message>
    <message>
        <source>What is it?</source>
        <extracomment>Heading over: a comment, a question, my own story</extracomment>
        <translation>ما هو؟</translation>
    </message>
    <message>
        <source>Until your visit ends you can take it back.</source>
        <extracomment>After what becomes of a visitor&apos;s words, before they are sent</extracomment>
        <translation>يمكنك التراجع عنه حتى تنتهي زيارتك.</translation>
    </message>
    <message>
        <source>Letters that still fit: %1</source>
        <extracomment>How much more a visitor may write; a number of letters follows</extracomment>
        <translation>الحروف التي ما زالت تتّسع: %1</translation>
    </message>
    <message>
        <source>How did you like this stop?</source>
        <extracomment>Over one to five stars for a stop</extracomment>
        <translation>كيف وجدت هذه المحطة؟</translation>
    </message>
    <message>
        <source>How do you like it here?</source>
        <extracomment>Over one to five stars for the whole site</extracomment>
        <translation>كيف وجدت المكان؟</translation>
    </message>
    <message>
        <source>One moment</source>
        <extracomment>While a recording is being kept, for a moment</extracomment>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>Sends what a visitor wrote or recorded</extracomment>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Speak instead</source>
        <extracomment>Goes from writing to speaking</extracomment>
        <translation>التكلّم بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Write instead</source>
        <extracomment>Goes from speaking to writing</extracomment>
        <translation>الكتابة بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <extracomment>Goes back to where the visitor was before they said something</extracomment>
        <translation>متابعة الزيارة</translation>
    </message>
    <message>
        <source>Say something else</source>
        <extracomment>Begins another message</extracomment>
        <translation>قول شيء آخر</translation>
    </message>
    <message>
        <source>Tell the site something</source>
        <extracomment>Title of the page on which a visitor tells the site something</extracomment>
        <translation>قل شيئًا للموقع</translation>
    </message>
    <message>
        <source>Thank you. It goes to staff when your visit ends.</source>
        <extracomment>Title after a visitor sent something</extracomment>
        <translation>شكرًا. يصل إلى الموظفين عندما تنتهي زيارتك.</translation>
    </message>
    <message>
        <source>Taken back. Nobody hears of it.</source>
        <extracomment>Title after a visitor took back all they had sent</extracomment>
        <translation>تراجعت عنه. لن يعلم به أحد.</translation>
    </message>
    <message>
        <source>That is as much as one visit can send. Staff at the desk like to hear the rest.</source>
        <extracomment>Where a visitor has sent as many messages as one visit may</extracomment>
        <translation>هذا أقصى ما يمكن إرساله في زيارة واحدة. يسرّ الموظفين في المكتب أن يسمعوا الباقي.</translation>
    </message>
    <message>
        <source>The recording could not be kept. You can write instead.</source>
        <extracomment>Where a recording could not be kept on the device</extracomment>
        <translation>لم يمكن حفظ التسجيل. يمكنك أن تكتب.</translation>
    </message>
</context>
<context>
    <name>TalkWords</name>
    <message>
        <source>A question</source>
        <extracomment>What a visitor gives back to the site: a question</extracomment>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>My own story</source>
        <extracomment>What a visitor gives back to the site: a story of their own</extracomment>
        <translation>قصتي أنا</translation>
    </message>
    <message>
        <source>A comment</source>
        <extracomment>What a visitor gives back to the site: a comment</extracomment>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Staff read your question first. Nobody knows who asked: an answer can only appear here later, for everyone, with your question as a visitor&apos;s.</source>
        <extracomment>What becomes of a visitor&apos;s question, said before it is sent</extracomment>
        <translation>يقرأ الموظفون سؤالك أولًا. لا أحد يعرف من سأل: لا يمكن أن يظهر الجواب إلا هنا لاحقًا، للجميع، مع سؤالك بوصفه سؤال زائر.</translation>
    </message>
    <message>
        <source>Staff read or hear it first. They may show it here later, as a visitor&apos;s words and without a name.</source>
        <extracomment>What becomes of a visitor&apos;s comment or story, said before it is sent</extracomment>
        <translation>يقرؤه الموظفون أو يسمعونه أولًا. وقد يعرضونه هنا لاحقًا بوصفه كلام زائر ومن دون اسم.</translation>
    </message>
    <message>
        <source>A visitor asked</source>
        <extracomment>Over a question that an earlier visitor asked</extracomment>
        <translation>سأل زائر</translation>
    </message>
    <message>
        <source>A visitor&apos;s own story</source>
        <extracomment>Over a story that an earlier visitor told</extracomment>
        <translation>قصة زائر</translation>
    </message>
    <message>
        <source>A visitor&apos;s words</source>
        <extracomment>Over a comment that an earlier visitor made</extracomment>
        <translation>كلام زائر</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>A code from another site</source>
        <extracomment>Title of the page where a code from another heritage site is shown</extracomment>
        <translation>رمز من موقع آخر</translation>
    </message>
    <message>
        <source>Your ticket</source>
        <extracomment>Title of the page where a ticket is shown before the visit</extracomment>
        <translation>تذكرتك</translation>
    </message>
    <message>
        <source>The desk will help you.</source>
        <extracomment>After a ticket that is not accepted, where the site has not said where its desk is</extracomment>
        <translation>سيساعدك الموظفون في مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>Type the code</source>
        <extracomment>Goes from the camera to typing a ticket&apos;s code</extracomment>
        <translation>اكتب الرمز</translation>
    </message>
    <message>
        <source>Hold it before the camera</source>
        <extracomment>Goes from typing a ticket&apos;s code to holding it before the camera</extracomment>
        <translation>أمسكه أمام الكاميرا</translation>
    </message>
    <message>
        <source>Go on without a ticket</source>
        <extracomment>Goes on to the visit without a ticket, where the site lets visitors</extracomment>
        <translation>متابعة بلا تذكرة</translation>
    </message>
    <message>
        <source>Welcome from %1. Now your ticket for this site.</source>
        <extracomment>After a code from another site, where a ticket is needed too; %1 is the other site&apos;s name</extracomment>
        <translation>أهلًا بك قادمًا من %1. والآن تذكرتك لهذا الموقع.</translation>
    </message>
    <message>
        <source>Welcome. Now your ticket for this site.</source>
        <extracomment>After a code from another site whose name is not known, where a ticket is needed too</extracomment>
        <translation>أهلًا بك. والآن تذكرتك لهذا الموقع.</translation>
    </message>
    <message>
        <source>Type the 17 letters and digits of your ticket. Dashes can be left out.</source>
        <extracomment>Guidance on the page where a ticket&apos;s code is typed</extracomment>
        <translation>اكتب حروف تذكرتك وأرقامها، وعددها ١٧. يمكن ترك الشرطات.</translation>
    </message>
    <message>
        <source>Hold the square code before the camera</source>
        <extracomment>Guidance on the page where a ticket is held before the camera</extracomment>
        <translation>أمسك الرمز المربع أمام الكاميرا</translation>
    </message>
    <message>
        <source>There is a slip in the code. Compare it with your ticket, sign by sign.</source>
        <extracomment>A ticket&apos;s code was typed with a mistake</extracomment>
        <translation>في الرمز خطأ. قارنه بتذكرتك حرفًا حرفًا.</translation>
    </message>
    <message>
        <source>This ticket cannot be read whole. Type the letters and digits on it.</source>
        <extracomment>A printed ticket was not read whole, or is of a newer kind</extracomment>
        <translation>لا يمكن قراءة هذه التذكرة كاملة. اكتب الحروف والأرقام التي عليها.</translation>
    </message>
    <message>
        <source>This site does not know that ticket.</source>
        <extracomment>A ticket that nobody of this site has made</extracomment>
        <translation>هذا الموقع لا يعرف تلك التذكرة.</translation>
    </message>
    <message>
        <source>That ticket is for another site.</source>
        <extracomment>A genuine ticket of another heritage site</extracomment>
        <translation>تلك التذكرة لموقع آخر.</translation>
    </message>
    <message>
        <source>That ticket is good from %1 on.</source>
        <extracomment>A ticket whose first day is still to come; %1 is that day</extracomment>
        <translation>تلك التذكرة صالحة ابتداءً من %1.</translation>
    </message>
    <message>
        <source>That ticket was good until %1.</source>
        <extracomment>A ticket whose last day is over; %1 is that day</extracomment>
        <translation>كانت تلك التذكرة صالحة حتى %1.</translation>
    </message>
    <message>
        <source>That ticket has been used already.</source>
        <extracomment>A ticket that has opened as many guides as it is for</extracomment>
        <translation>لقد استُخدمت تلك التذكرة من قبل.</translation>
    </message>
    <message>
        <source>Several codes were wrong. You can try again in %1 s.</source>
        <extracomment>After several wrong codes; %1 is a number of seconds</extracomment>
        <translation>كانت عدة رموز خاطئة. يمكنك المحاولة مرة أخرى بعد %1 ث.</translation>
    </message>
    <message>
        <source>This guide cannot check tickets just now.</source>
        <extracomment>The device has never been told how to check tickets</extracomment>
        <translation>لا يستطيع هذا الدليل فحص التذاكر الآن.</translation>
    </message>
    <message>
        <source>That is not the code of a ticket. It has 17 letters and digits.</source>
        <extracomment>What was typed or held before the camera is no ticket&apos;s code</extracomment>
        <translation>ذلك ليس رمز تذكرة. رمز التذكرة ١٧ حرفًا ورقمًا.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Your tour</source>
        <extracomment>Goes to the tour that fits what the visitor said</extracomment>
        <translation>جولتك</translation>
    </message>
    <message>
        <source>A tour of your own</source>
        <extracomment>Goes to three questions, and then to a tour that fits</extracomment>
        <translation>جولة خاصة بك</translation>
    </message>
    <message>
        <source>Three short questions, then a tour that fits your time</source>
        <extracomment>Below &quot;A tour of your own&quot;</extracomment>
        <translation>ثلاثة أسئلة قصيرة، ثم جولة تناسب وقتك</translation>
    </message>
</context>
<context>
    <name>TourDrift</name>
    <message>
        <source>You are about %1 min behind your tour.</source>
        <extracomment>The visitor needs more time than their tour reckons with; minutes</extracomment>
        <translation>أنت متأخر عن جولتك نحو %1 د.</translation>
    </message>
    <message>
        <source>You are about %1 min ahead of your tour.</source>
        <extracomment>The visitor is quicker than their tour reckons with; minutes</extracomment>
        <translation>أنت متقدّم على جولتك نحو %1 د.</translation>
    </message>
    <message>
        <source>Make it shorter</source>
        <extracomment>Makes another tour, with fewer stops</extracomment>
        <translation>اجعلها أقصر</translation>
    </message>
    <message>
        <source>See more</source>
        <extracomment>Makes another tour, with more stops</extracomment>
        <translation>شاهد المزيد</translation>
    </message>
    <message>
        <source>Keep my tour</source>
        <extracomment>Leaves the tour as it is</extracomment>
        <translation>أبقِ جولتي كما هي</translation>
    </message>
</context>
<context>
    <name>TourLeftOut</name>
    <message>
        <source>Put in</source>
        <extracomment>Puts a stop into the visitor&apos;s tour</extracomment>
        <translation>أضِف</translation>
    </message>
    <message>
        <source>Put in %1</source>
        <extracomment>What a screen reader says of the button that puts a stop into the tour; %1 is the stop</extracomment>
        <translation>أضِف %1</translation>
    </message>
</context>
<context>
    <name>TourNext</name>
    <message>
        <source>Next in your tour</source>
        <extracomment>Heading over the next stop of the visitor&apos;s tour</extracomment>
        <translation>التالي في جولتك</translation>
    </message>
    <message>
        <source>That was the last stop of your tour</source>
        <extracomment>In place of the next stop, when all stops of the tour were seen</extracomment>
        <translation>كانت تلك آخر محطة في جولتك</translation>
    </message>
    <message>
        <source>Right answers: %1 of %2</source>
        <extracomment>At the end of a quiz trail: how many answers were right, and of how many</extracomment>
        <translation>الإجابات الصحيحة: %1 من %2</translation>
    </message>
    <message>
        <source>One stop of your tour is no longer on show; the tour goes on without it.</source>
        <extracomment>Where one stop of the visitor&apos;s tour is not on show any more</extracomment>
        <translation>محطة من جولتك لم تعد معروضة؛ تستمر الجولة من دونها.</translation>
    </message>
    <message numerus="yes">
        <source>%n stops of your tour are no longer on show; the tour goes on without them.</source>
        <extracomment>Where some stops of the visitor&apos;s tour are not on show any more</extracomment>
        <translation>
            <numerusform>%n محطة من جولتك لم تعد معروضة؛ تستمر الجولة من دونها.</numerusform>
            <numerusform>محطة من جولتك لم تعد معروضة؛ تستمر الجولة من دونها.</numerusform>
            <numerusform>محطتان من جولتك لم تعودا معروضتين؛ تستمر الجولة من دونهما.</numerusform>
            <numerusform>%n محطات من جولتك لم تعد معروضة؛ تستمر الجولة من دونها.</numerusform>
            <numerusform>%n محطة من جولتك لم تعد معروضة؛ تستمر الجولة من دونها.</numerusform>
            <numerusform>%n محطة من جولتك لم تعد معروضة؛ تستمر الجولة من دونها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your tour</source>
        <translation>جولتك</translation>
    </message>
    <message>
        <source>about %1 min on foot</source>
        <extracomment>About how long the way to the next stop takes, in minutes</extracomment>
        <translation>نحو %1 د سيرًا</translation>
    </message>
</context>
<context>
    <name>TourPageView</name>
    <message>
        <source>Not in this tour</source>
        <extracomment>Heading over the stops that are not in the visitor&apos;s tour</extracomment>
        <translation>ليست في هذه الجولة</translation>
    </message>
    <message>
        <source>And %1 more, under All stops.</source>
        <extracomment>Below some stops that are not in the tour: how many more there are</extracomment>
        <translation>و%1 غيرها، في «كل المحطات».</translation>
    </message>
    <message>
        <source>Leave this tour</source>
        <extracomment>Ends following a tour; the visit goes on</extracomment>
        <translation>اترك هذه الجولة</translation>
    </message>
    <message>
        <source>Take more time</source>
        <extracomment>Goes to the question about time, where nothing fits into it</extracomment>
        <translation>خذ وقتًا أطول</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>Go on with this tour</source>
        <extracomment>Goes back from the tour&apos;s page to where stops are found</extracomment>
        <translation>تابِع هذه الجولة</translation>
    </message>
    <message>
        <source>Start this tour</source>
        <extracomment>Begins to follow the tour that is shown</extracomment>
        <translation>ابدأ هذه الجولة</translation>
    </message>
</context>
<context>
    <name>TourRow</name>
    <message>
        <source>%1 min</source>
        <extracomment>The length of a tour in minutes</extracomment>
        <translation>%1 د</translation>
    </message>
</context>
<context>
    <name>TourStop</name>
    <message>
        <source>Leave out</source>
        <extracomment>Takes a stop out of the visitor&apos;s tour</extracomment>
        <translation>اتركها</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <extracomment>What a screen reader says of the button that takes a stop out of the tour; %1 is the stop</extracomment>
        <translation>اترك %1</translation>
    </message>
    <message>
        <source>%1 min on foot</source>
        <extracomment>Beside a stop of a tour: minutes on foot to it</extracomment>
        <translation>‏%1 د سيرًا</translation>
    </message>
    <message>
        <source>%1 min there</source>
        <extracomment>Beside a stop of a tour: minutes that are reckoned for it</extracomment>
        <translation>‏%1 د هناك</translation>
    </message>
</context>
<context>
    <name>TourSummary</name>
    <message>
        <source>Your tour</source>
        <translation>جولتك</translation>
    </message>
    <message>
        <source>Making your tour …</source>
        <extracomment>While a tour is made</extracomment>
        <translation>نُعِدّ جولتك …</translation>
    </message>
    <message>
        <source>There is no room for %1 as things are.</source>
        <extracomment>After the visitor put a stop into their tour for which there is no time, or which is closed; %1 is its title</extracomment>
        <translation>لا متّسع الآن لـ %1.</translation>
    </message>
    <message>
        <source>Without stairs</source>
        <extracomment>A switch: tours without stairs</extracomment>
        <translation>من دون درج</translation>
    </message>
    <message>
        <source>How do you go?</source>
        <extracomment>Heading over how fast the visitor goes</extracomment>
        <translation>كيف تمشي؟</translation>
    </message>
    <message>
        <source>With rests</source>
        <extracomment>How the visitor goes</extracomment>
        <translation>مع استراحات</translation>
    </message>
    <message>
        <source>As most do</source>
        <extracomment>How the visitor goes</extracomment>
        <translation>كمعظم الناس</translation>
    </message>
    <message>
        <source>Briskly</source>
        <extracomment>How the visitor goes</extracomment>
        <translation>بخطى سريعة</translation>
    </message>
    <message>
        <source>Nothing fits into %1 min.</source>
        <extracomment>Where no stop and the way to it fit into the visitor&apos;s time</extracomment>
        <translation>لا يتّسع %1 د لشيء.</translation>
    </message>
    <message>
        <source>No stop fits what you wish.</source>
        <extracomment>Where no stop can be in the visitor&apos;s tour for other reasons, which stand below</extracomment>
        <translation>لا محطة توافق ما تريد.</translation>
    </message>
    <message>
        <source>All stops you have not seen are closed today.</source>
        <extracomment>In place of a tour</extracomment>
        <translation>كل المحطات التي لم ترها مغلقة اليوم.</translation>
    </message>
    <message>
        <source>You have seen every stop there is.</source>
        <extracomment>In place of a tour</extracomment>
        <translation>لقد رأيت كل المحطات.</translation>
    </message>
    <message>
        <source>The tour could not be made. All stops are still there.</source>
        <extracomment>In place of a tour</extracomment>
        <translation>تعذّر إعداد الجولة. كل المحطات ما زالت هنا.</translation>
    </message>
    <message>
        <source>About %1 min</source>
        <extracomment>How long a ready-made tour takes</extracomment>
        <translation>نحو %1 د</translation>
    </message>
    <message>
        <source>Takes up to %1 min</source>
        <extracomment>How long a short tour takes: at most so many minutes</extracomment>
        <translation>تستغرق %1 د على الأكثر</translation>
    </message>
    <message>
        <source>Done by %1</source>
        <extracomment>When a short tour is over: at a time of the day at the latest</extracomment>
        <translation>تنتهي بحلول %1</translation>
    </message>
    <message>
        <source>Takes %1 to %2 min</source>
        <extracomment>How long a tour takes: at least and at most so many minutes</extracomment>
        <translation>تستغرق من %1 إلى %2 د</translation>
    </message>
    <message>
        <source>Done between %1 and %2</source>
        <extracomment>When a tour is over: between two times of the day</extracomment>
        <translation>تنتهي بين %1 و%2</translation>
    </message>
    <message>
        <source>One stop</source>
        <extracomment>How many stops a tour has</extracomment>
        <translation>محطة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%n stops</source>
        <extracomment>How many stops a tour has</extracomment>
        <translation>
            <numerusform>%n محطة</numerusform>
            <numerusform>محطة واحدة</numerusform>
            <numerusform>محطتان</numerusform>
            <numerusform>%n محطات</numerusform>
            <numerusform>%n محطة</numerusform>
            <numerusform>%n محطة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 m on foot</source>
        <translation>‏%1 · %2 م سيرًا</translation>
    </message>
</context>
<context>
    <name>TourWords</name>
    <message>
        <source>up or down stairs</source>
        <extracomment>How one gets to the next stop</extracomment>
        <translation>عبر الدرج</translation>
    </message>
    <message>
        <source>by lift</source>
        <extracomment>How one gets to the next stop</extracomment>
        <translation>بالمصعد</translation>
    </message>
    <message>
        <source>by a ramp</source>
        <extracomment>How one gets to the next stop</extracomment>
        <translation>عبر منحدر</translation>
    </message>
    <message>
        <source>Closed today</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>مغلقة اليوم</translation>
    </message>
    <message>
        <source>No open way leads there today</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>لا طريق مفتوحًا إليها اليوم</translation>
    </message>
    <message>
        <source>Only by stairs</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour, who wants no stairs</extracomment>
        <translation>بالدرج فقط</translation>
    </message>
    <message>
        <source>Not told in your language</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>لا تُروى بلغتك</translation>
    </message>
    <message>
        <source>You left it out</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>تركتها أنت</translation>
    </message>
    <message>
        <source>No time for it</source>
        <extracomment>Why a stop is not in the visitor&apos;s tour</extracomment>
        <translation>لا وقت لها</translation>
    </message>
</context>
<context>
    <name>TrustQuestion</name>
    <message>
        <source>Is this the fingerprint on your paper?</source>
        <extracomment>Asked before a stick&apos;s publisher is trusted</extracomment>
        <translation>هل هذه هي البصمة على ورقتك؟</translation>
    </message>
    <message>
        <source>If it is the same, this device takes content signed by %1 from now on, and from nobody else. If it is not, or there is no paper, ask your museum first: nothing is lost.</source>
        <extracomment>What trusting a publisher does: their name</extracomment>
        <translation>إن كانت هي نفسها فسيأخذ هذا الجهاز من الآن المحتوى الذي يوقّعه %1 ولا يأخذه من سواه. وإن لم تكن، أو لم تكن لديك ورقة، فاسأل متحفك أولًا: لا يضيع شيء.</translation>
    </message>
    <message>
        <source>It is the same: trust them</source>
        <extracomment>Answer: the fingerprint is the same; the publisher is trusted</extracomment>
        <translation>هي نفسها: ثق بهم</translation>
    </message>
    <message>
        <source>No, or I cannot tell</source>
        <extracomment>Answer: the fingerprint is another one, or there is none to compare</extracomment>
        <translation>لا، أو لا أستطيع الجزم</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Light off</source>
        <extracomment>Switches the camera&apos;s lamp off</extracomment>
        <translation>أطفئ الضوء</translation>
    </message>
    <message>
        <source>Light on</source>
        <extracomment>Switches the camera&apos;s lamp on</extracomment>
        <translation>أشعل الضوء</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <extracomment>In place of the camera&apos;s picture, until the first one has come</extracomment>
        <translation>الكاميرا تبدأ العمل</translation>
    </message>
</context>
<context>
    <name>VisitorDot</name>
    <message>
        <source>You are here</source>
        <extracomment>What a screen reader says of the dot on the plan</extracomment>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>VoiceLine</name>
    <message>
        <source>This device has no sound. The words run along.</source>
        <extracomment>Where the device has no sound output</extracomment>
        <translation>لا صوت في هذا الجهاز. تتقدّم الكلمات وحدها.</translation>
    </message>
    <message>
        <source>There is no voice in this language on this device. The words run along.</source>
        <extracomment>Where neither a recording nor a voice serves the language</extracomment>
        <translation>لا يوجد صوت بهذه اللغة في هذا الجهاز. تتقدّم الكلمات وحدها.</translation>
    </message>
    <message>
        <source>The voice speaks %1.</source>
        <extracomment>Where the recording is not in the visitor&apos;s language; the language&apos;s own name follows</extracomment>
        <translation>يتحدث الصوت بلغة: %1.</translation>
    </message>
    <message>
        <source>This stop is not yet told in your language.</source>
        <extracomment>Where the text is not there in the visitor&apos;s language</extracomment>
        <translation>لم تُروَ هذه المحطة بلغتك بعد.</translation>
    </message>
    <message>
        <source>Computer voice</source>
        <extracomment>Whose voice tells the story: no person&apos;s</extracomment>
        <translation>صوت حاسوب</translation>
    </message>
    <message>
        <source>A person&apos;s voice, recorded</source>
        <extracomment>Whose voice tells the story: a person&apos;s, whose name is not known</extracomment>
        <translation>صوت إنسان مسجَّل</translation>
    </message>
    <message>
        <source>Recorded by %1</source>
        <extracomment>Whose voice tells the story; who made the recording follows</extracomment>
        <translation>تسجيل: %1</translation>
    </message>
</context>
<context>
    <name>VoiceList</name>
    <message>
        <source>Stop listening</source>
        <extracomment>Ends listening to a visitor&apos;s recording</extracomment>
        <translation>إيقاف الاستماع</translation>
    </message>
    <message>
        <source>Listen to this visitor</source>
        <extracomment>Plays a recording that an earlier visitor made</extracomment>
        <translation>استمع إلى هذا الزائر</translation>
    </message>
    <message>
        <source>The site answers:</source>
        <extracomment>Before what the site answered to a visitor&apos;s question</extracomment>
        <translation>جواب الموقع:</translation>
    </message>
    <message>
        <source>More voices of visitors (%1)</source>
        <extracomment>Shows the other voices of visitors; %1 is how many there are</extracomment>
        <translation>مزيد من أصوات الزوار (%1)</translation>
    </message>
</context>
<context>
    <name>VoiceNote</name>
    <message>
        <source>From the beginning</source>
        <extracomment>Tells the story from its beginning, after it went on where the visitor had left it</extracomment>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>Tell me more</source>
        <extracomment>Goes on with a longer text of the same stop</extracomment>
        <translation>أخبرني المزيد</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Takes the offer of a longer text of the same stop away</extracomment>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Read the words</source>
        <extracomment>Leads back to the text of the story, when the headphones are out</extracomment>
        <translation>اقرأ الكلمات</translation>
    </message>
    <message>
        <source>The headphones are out. Touch Play to go on.</source>
        <extracomment>After the headphones were pulled out and the voice has paused</extracomment>
        <translation>انفصلت السماعات. المس «تشغيل» للمتابعة.</translation>
    </message>
    <message>
        <source>The headphones are out. Touch the sound to go on.</source>
        <extracomment>After the headphones were pulled out while a sound of the stop, which is no speech, was heard</extracomment>
        <translation>انفصلت السماعات. المس الصوت للمتابعة.</translation>
    </message>
    <message>
        <source>It goes on where you left it.</source>
        <extracomment>When a story is told on from where the visitor had left it</extracomment>
        <translation>يتابع من حيث توقفت.</translation>
    </message>
    <message>
        <source>%1 (%2) follows in %3 s. Touch the screen to stop.</source>
        <extracomment>A longer text of the stop is about to begin: its name, its length, and in how many seconds; any touch stops it</extracomment>
        <translation>‏%1 (%2) يبدأ بعد %3 ث. المس الشاشة للإيقاف.</translation>
    </message>
    <message>
        <source>There is more: %1 (%2)</source>
        <extracomment>A longer text of the stop is on offer: its name and its length</extracomment>
        <translation>هناك المزيد: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>VoicePanel</name>
    <message>
        <source>How you hear it</source>
        <extracomment>Heading over the choices how the voice is heard</extracomment>
        <translation>كيف تسمع</translation>
    </message>
    <message>
        <source>Do not go on to more by itself</source>
        <extracomment>Switches off that a longer story of a stop begins by itself after a shorter one</extracomment>
        <translation>لا تتابع إلى المزيد تلقائيًا</translation>
    </message>
    <message>
        <source>Go on to more by itself</source>
        <extracomment>Switches on that a longer story of a stop begins by itself after a shorter one</extracomment>
        <translation>تابع إلى المزيد تلقائيًا</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Puts away the choices how the voice is heard</extracomment>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>What visitors say about this place</source>
        <extracomment>Title of the page with what earlier visitors said about the whole site; and on the first page of the visit, leads there</extracomment>
        <translation>ماذا يقول الزوار عن هذا المكان</translation>
    </message>
    <message>
        <source>Tell the site something</source>
        <extracomment>On the page with what earlier visitors said about the whole site: goes to the page on which one says something oneself</extracomment>
        <translation>قل شيئًا للموقع</translation>
    </message>
</context>
<context>
    <name>VoucherPanel</name>
    <message>
        <source>The code for %1</source>
        <extracomment>Says what the picture of the code for another site is, to those who do not see it</extracomment>
        <translation>رمز موقع %1</translation>
    </message>
    <message>
        <source>Your code for %1</source>
        <extracomment>Title of the panel with a code for another heritage site; %1 is its name</extracomment>
        <translation>رمزك لموقع %1</translation>
    </message>
    <message>
        <source>Photograph it or write it down, and show it there within three months. It can be used once.</source>
        <extracomment>What to do with the code for another site</extracomment>
        <translation>صوّره أو اكتبه، وأظهره هناك خلال ثلاثة أشهر. يُستخدم مرة واحدة.</translation>
    </message>
    <message>
        <source>It says that somebody came from here, and nothing about you. This device forgets it.</source>
        <extracomment>What is not in the code for another site</extracomment>
        <translation>لا يقول سوى إن أحدًا جاء من هنا، ولا شيء عنك. وهذا الجهاز ينساه.</translation>
    </message>
    <message>
        <source>I have it</source>
        <extracomment>Puts the visit pass away after it was photographed</extracomment>
        <translation>صورته</translation>
    </message>
</context>
<context>
    <name>WishChips</name>
    <message>
        <source>On my own</source>
        <extracomment>What the visitor said: nobody is with them</extracomment>
        <translation>بمفردي</translation>
    </message>
    <message>
        <source>Friends or family</source>
        <translation>أصدقاء أو عائلة</translation>
    </message>
    <message>
        <source>With children</source>
        <extracomment>What the visitor said: children are with them</extracomment>
        <translation>مع أطفال</translation>
    </message>
    <message>
        <source>Who is with you?</source>
        <translation>من معك؟</translation>
    </message>
    <message>
        <source>What draws you?</source>
        <translation>ما الذي يجذبك؟</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>What draws the visitor: the first of several themes, and how many more</extracomment>
        <translation>‏%1 و%2 غيرها</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long the visitor has: a number of minutes</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>As long as I like</source>
        <translation>ما شئت من الوقت</translation>
    </message>
    <message>
        <source>How much time?</source>
        <translation>كم من الوقت؟</translation>
    </message>
</context>
<context>
    <name>WishCompanyPage</name>
    <message>
        <source>Who is with you?</source>
        <extracomment>The first of three questions that make a tour fit the visitor</extracomment>
        <translation>من معك؟</translation>
    </message>
    <message>
        <source>Nobody, I am on my own</source>
        <extracomment>Answer to &quot;Who is with you?&quot;</extracomment>
        <translation>لا أحد، أنا بمفردي</translation>
    </message>
    <message>
        <source>Friends or family</source>
        <extracomment>Answer to &quot;Who is with you?&quot;</extracomment>
        <translation>أصدقاء أو عائلة</translation>
    </message>
    <message>
        <source>Children</source>
        <extracomment>Answer to &quot;Who is with you?&quot;; stories are then told for children where there are such</extracomment>
        <translation>أطفال</translation>
    </message>
</context>
<context>
    <name>WishInterestsPage</name>
    <message>
        <source>What draws you?</source>
        <extracomment>The second of three questions that make a tour fit the visitor</extracomment>
        <translation>ما الذي يجذبك؟</translation>
    </message>
    <message>
        <source>Choose as many as you like.</source>
        <extracomment>Below the question what draws the visitor</extracomment>
        <translation>اختر ما شئت منها.</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Goes on to the next question</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>A bit of everything</source>
        <extracomment>Goes on to the next question with no theme chosen</extracomment>
        <translation>القليل من كل شيء</translation>
    </message>
</context>
<context>
    <name>WishMinutesPage</name>
    <message>
        <source>How much time do you have?</source>
        <extracomment>The last of three questions that make a tour fit the visitor</extracomment>
        <translation>كم لديك من الوقت؟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>As long as I like</source>
        <extracomment>Answer to &quot;How much time do you have?&quot;</extracomment>
        <translation>ما شئت من الوقت</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>مغلقة اليوم</translation>
    </message>
    <message>
        <source>Too short for a stop and the way to it</source>
        <extracomment>What a span of time holds at this site</extracomment>
        <translation>أقصر من أن يكفي محطة والطريق إليها</translation>
    </message>
    <message>
        <source>About %1 to %2 stops</source>
        <extracomment>What a span of time holds: about %1 to %2 stops</extracomment>
        <translation>نحو %1 إلى %2 محطات</translation>
    </message>
    <message>
        <source>%1 · %2 m on foot</source>
        <extracomment>What a span of time holds: a number of stops, then so many metres</extracomment>
        <translation>‏%1 · %2 م سيرًا</translation>
    </message>
    <message>
        <source>Every stop, with time to linger</source>
        <extracomment>What a span of time holds: every stop that can be seen, and more time than that takes</extracomment>
        <translation>كل المحطات، مع وقت للتمهّل</translation>
    </message>
    <message>
        <source>Every stop</source>
        <extracomment>What a span of time holds: every stop that can be seen, for most visitors</extracomment>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>%1 stops to every stop</source>
        <extracomment>What a span of time holds: %1 stops for the slowest, every stop for the quickest</extracomment>
        <translation>من %1 محطات إلى كلها</translation>
    </message>
    <message>
        <source>About one stop</source>
        <extracomment>What a span of time holds</extracomment>
        <translation>نحو محطة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>About %n stops</source>
        <extracomment>What a span of time holds: about so many stops</extracomment>
        <translation>
            <numerusform>نحو %n محطة</numerusform>
            <numerusform>نحو محطة واحدة</numerusform>
            <numerusform>نحو محطتين</numerusform>
            <numerusform>نحو %n محطات</numerusform>
            <numerusform>نحو %n محطة</numerusform>
            <numerusform>نحو %n محطة</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the names of stops</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>also %1</source>
        <extracomment>Names of stops that there is time for besides those of a shorter time</extracomment>
        <translation>وأيضًا %1</translation>
    </message>
    <message>
        <source>for example %1</source>
        <extracomment>Names of stops that there is time for</extracomment>
        <translation>مثل %1</translation>
    </message>
</context>
<context>
    <name>WritePanel</name>
    <message>
        <source>Write here</source>
        <extracomment>In the empty field in which a visitor writes</extracomment>
        <translation>اكتب هنا</translation>
    </message>
</context>
</TS>
